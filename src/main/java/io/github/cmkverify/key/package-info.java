/** What we talk about: keys, their references and states, what a provider said of them, and the evidence. */
@NullMarked
package io.github.cmkverify.key;

import org.jspecify.annotations.NullMarked;
