/** Tests of the judgement. */
package io.github.cmkverify.policy;
