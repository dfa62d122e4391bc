package io.github.cmkverify.provider;

import io.github.cmkverify.http.HttpDoor;

/**
 * What a provider is built with.
 *
 * @param environment variables, home folder and clock
 * @param door the one way out
 * @param servers credentials of settings.xml
 * @param memory what the modules of this build share
 */
public record ProviderContext(Environment environment, HttpDoor door, Servers servers, BuildMemory memory) {}
