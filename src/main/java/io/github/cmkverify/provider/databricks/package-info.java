/** Databricks account key configurations: their references, requests, answers and credentials. */
@NullMarked
package io.github.cmkverify.provider.databricks;

import org.jspecify.annotations.NullMarked;
