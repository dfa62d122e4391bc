/** HashiCorp Vault and OpenBao: keys of their transit engine, how they are asked about, what is answered, and who asks. */
@NullMarked
package io.github.cmkverify.provider.vault;

import org.jspecify.annotations.NullMarked;
