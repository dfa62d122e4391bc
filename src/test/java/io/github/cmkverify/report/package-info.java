/** Tests of the telling. */
package io.github.cmkverify.report;
