/** Mistakes that would let a build pass, made by hand, each with the test that sees it. */
package io.github.cmkverify.mutants;
