package io.github.cmkverify.provider.huawei;

import org.jspecify.annotations.Nullable;

/** Who asks. */
sealed interface Credentials permits Usable, TokenLogin {
    /** Where they were found and a public name of who asks; for the evidence. */
    String shown();

    /**
     * A name that differs wherever the cloud would tell two askers apart, and holds no secret; a refusal is held against
     * it.
     */
    String fingerprint();

    /** The project that was named beside them; {@code null} where none was. */
    @Nullable NamedProject project();
}
