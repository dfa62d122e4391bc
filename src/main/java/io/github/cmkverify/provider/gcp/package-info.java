/** Google Cloud KMS: its references, requests, answers and credentials. */
@NullMarked
package io.github.cmkverify.provider.gcp;

import org.jspecify.annotations.NullMarked;
