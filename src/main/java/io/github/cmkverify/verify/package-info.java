/** The flow: asks each key once, in parallel and within the budget, follows links and collects. */
@NullMarked
package io.github.cmkverify.verify;

import org.jspecify.annotations.NullMarked;
