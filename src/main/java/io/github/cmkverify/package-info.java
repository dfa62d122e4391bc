/** The Mojos and the table of providers: where everything is put together. */
@NullMarked
package io.github.cmkverify;

import org.jspecify.annotations.NullMarked;
