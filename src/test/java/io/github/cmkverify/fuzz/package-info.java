/** What fuzzing holds every reader against: written apart from the readers, so that no mistake is made twice. */
package io.github.cmkverify.fuzz;
