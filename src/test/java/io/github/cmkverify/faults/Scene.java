package io.github.cmkverify.faults;

import java.time.Duration;

/**
 * How a cell came out.
 *
 * @param seen the verdict
 * @param why its reason, where nobody could tell
 * @param told whether every answer that decides was given as a healthy service gives it
 * @param requests that arrived
 * @param connections that were tried
 * @param time all of it
 */
record Scene(Cell cell, String seen, String why, boolean told, int requests, int connections, Duration time) {}
