/** The telling: console, JSON and the sentences that people read. */
@NullMarked
package io.github.cmkverify.report;

import org.jspecify.annotations.NullMarked;
