package io.github.cmkverify.declare;

import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a goal as Maven hands them over, not yet read; {@code null} where nothing was set.
 *
 * @param keys {@code <keys>}
 * @param references {@code cmk.keys}
 * @param keysFile {@code cmk.keysFile}
 * @param failIfNoKeys {@code cmk.failIfNoKeys}
 * @param timeout {@code cmk.timeout}
 * @param requestTimeout {@code cmk.requestTimeout}
 * @param severities {@code <severities>}
 * @param severityOverrides {@code cmk.severities}
 * @param expiryDays {@code cmk.expiryDays}
 * @param verbose {@code cmk.verbose}
 * @param waivers {@code <waivers>}
 * @param waiversFile {@code cmk.waiversFile}
 * @param maxAge {@code cmk.maxAge}
 */
public record Parameters(
        @Nullable PlexusConfiguration keys,
        @Nullable String references,
        @Nullable String keysFile,
        @Nullable String failIfNoKeys,
        @Nullable String timeout,
        @Nullable String requestTimeout,
        @Nullable PlexusConfiguration severities,
        @Nullable String severityOverrides,
        @Nullable String expiryDays,
        @Nullable String verbose,
        @Nullable PlexusConfiguration waivers,
        @Nullable String waiversFile,
        @Nullable String maxAge) {}
