/** What the POM and the command line say: strict reading of the declared keys, and the guard that none is lost in a merge. */
@NullMarked
package io.github.cmkverify.declare;

import org.jspecify.annotations.NullMarked;
