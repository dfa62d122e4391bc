/** The simulated clouds: one program that speaks every provider's protocol over real sockets, with faults on demand. */
package io.github.cmkverify.sim;
