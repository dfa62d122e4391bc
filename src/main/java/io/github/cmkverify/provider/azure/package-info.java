/** Azure Key Vault and Managed HSM: their references, requests, answers and credentials. */
@NullMarked
package io.github.cmkverify.provider.azure;

import org.jspecify.annotations.NullMarked;
