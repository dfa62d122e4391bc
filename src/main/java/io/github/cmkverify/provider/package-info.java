/** The one question: what a provider is asked about a key, and what it needs to ask. */
@NullMarked
package io.github.cmkverify.provider;

import org.jspecify.annotations.NullMarked;
