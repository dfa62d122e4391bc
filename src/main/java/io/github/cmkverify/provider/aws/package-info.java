/** AWS KMS: its references, requests, answers and credentials. */
@NullMarked
package io.github.cmkverify.provider.aws;

import org.jspecify.annotations.NullMarked;
