/** What SECURITY.md promises, tried as somebody would who means harm. */
@NullMarked
package io.github.cmkverify.threats;

import org.jspecify.annotations.NullMarked;
