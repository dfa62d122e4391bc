/** The fault matrix: every conversation with every provider, broken in every way at every step, over real sockets. */
@NullMarked
package io.github.cmkverify.faults;

import org.jspecify.annotations.NullMarked;
