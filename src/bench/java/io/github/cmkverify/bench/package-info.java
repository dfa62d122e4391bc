/** What the gate costs: whole builds in turn with others, and the parts of it that run inside a JVM. */
@NullMarked
package io.github.cmkverify.bench;

import org.jspecify.annotations.NullMarked;
