/** Huawei Cloud, Open Telekom Cloud and other clouds with the same KMS: its references, requests, answers and credentials. */
@NullMarked
package io.github.cmkverify.provider.huawei;

import org.jspecify.annotations.NullMarked;
