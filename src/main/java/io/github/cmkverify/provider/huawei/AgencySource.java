package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.util.Map;
import java.util.Optional;

/**
 * The agency of the machine that the build runs on; asked for once a build, whether there is one or not.
 *
 * @param metadata the machine's metadata service
 * @param remembered what the build knows of it already
 * @param deadline no request outlives it
 */
record AgencySource(AgencyMetadata metadata, Remembered remembered, Deadline deadline) implements CredentialSource {
    private static final String SOURCE = "source";
    private static final String ID = "id";
    private static final String SECRET = "secret";
    private static final String TOKEN = "token";

    @Override
    public String name() {
        return AgencyMetadata.name();
    }

    @Override
    public Optional<Credentials> find() throws CredentialException {
        try {
            Map<String, String> kept = remembered.once("huawei agency", deadline, this::ask);
            return kept.containsKey(ID)
                    ? Optional.of(new AccessKey(
                            kept.getOrDefault(SOURCE, ""),
                            kept.getOrDefault(ID, ""),
                            new Secret(kept.getOrDefault(SECRET, "")),
                            new Secret(kept.getOrDefault(TOKEN, "")),
                            null))
                    : Optional.empty();
        } catch (UndeterminedException e) {
            throw new CredentialException(e.answer().cause(), e.answer().said());
        }
    }

    private Remembered.Found ask() throws UndeterminedException {
        try {
            return metadata.ask(deadline).map(AgencySource::found).orElse(new Remembered.Found(Map.of(), null));
        } catch (CredentialException e) {
            throw new UndeterminedException(
                    new KeyAnswer.Undetermined(e.reason(), null, String.valueOf(e.getMessage())));
        }
    }

    private static Remembered.Found found(AgencyMetadata.Given given) {
        AccessKey key = given.key();
        Secret token = key.securityToken();
        return new Remembered.Found(
                Map.of(
                        SOURCE, key.source(),
                        ID, key.id(),
                        SECRET, key.secret().reveal(),
                        TOKEN, token == null ? "" : token.reveal()),
                given.end());
    }
}
