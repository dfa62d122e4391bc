/** The judgement: which findings follow from what a provider said, and how severe they are; a pure function. */
@NullMarked
package io.github.cmkverify.policy;

import org.jspecify.annotations.NullMarked;
