/** The one way out: host check, timeouts, retries, limits and strict JSON; it knows no key. */
@NullMarked
package io.github.cmkverify.http;

import org.jspecify.annotations.NullMarked;
