package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.key.InvalidInputException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is asked for. Every part is of its documented form, and so safe in a URL or a command.
 *
 * @param project id or number of its project
 * @param location where it lives: {@code europe-west3}, {@code global}
 * @param keyRing its key ring
 * @param id its id in the key ring
 * @param version the number of the version that was named, else {@code null}
 */
record GcpKey(
        String project,
        String location,
        String keyRing,
        String id,
        @Nullable String version) {
    /** The forms of a reference. */
    static final List<String> FORMS = List.of(
            "projects/{project}/locations/{location}/keyRings/{key ring}/cryptoKeys/{key}",
            "projects/{project}/locations/{location}/keyRings/{key ring}/cryptoKeys/{key}/cryptoKeyVersions/{number}");

    static final String START = "projects/";
    private static final String VERSIONS = "/cryptoKeyVersions/";
    private static final Pattern NAME = Pattern.compile("projects/([a-z0-9][a-z0-9.:-]{2,80})"
            + "/locations/([a-z0-9-]{1,63})/keyRings/([A-Za-z0-9_-]{1,63})/cryptoKeys/([A-Za-z0-9_-]{1,63})"
            + "(?:/cryptoKeyVersions/([1-9][0-9]{0,8}))?");

    /**
     * Reads a resource name.
     *
     * @param where its place, for the message
     * @throws InvalidInputException if it is not one of a key
     */
    static GcpKey of(String where, String written) throws InvalidInputException {
        Matcher name = NAME.matcher(written);
        if (!name.matches()) {
            throw new InvalidInputException(where, written, String.join(" or ", FORMS));
        }
        return new GcpKey(name.group(1), name.group(2), name.group(3), name.group(4), name.group(5));
    }

    /** The resource name of the key. */
    String name() {
        return START + project + "/locations/" + location + "/keyRings/" + keyRing + "/cryptoKeys/" + id;
    }

    /** The resource name of one of its versions. */
    String versionName(String number) {
        return name() + VERSIONS + number;
    }

    /** The resource name that was asked for. */
    String asked() {
        return version == null ? name() : versionName(version);
    }

    /** The number of a version of this key in its resource name; {@code null} where it is of another key, or none. */
    @Nullable String versionNumber(String resourceName) {
        Matcher other = NAME.matcher(resourceName);
        return other.matches() && resourceName.startsWith(name() + VERSIONS) ? other.group(5) : null;
    }
}
