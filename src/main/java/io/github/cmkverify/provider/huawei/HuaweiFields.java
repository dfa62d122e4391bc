package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.key.InvalidInputException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a key as somebody wrote them, read strictly.
 *
 * @param written values by name
 * @param before what stands before a name in its place, for messages
 * @param behind what stands behind it
 */
record HuaweiFields(Map<String, String> written, String before, String behind) {
    private static final int LONGEST_NAME = 253;
    private static final Pattern REGION = Pattern.compile("[a-z]{2,12}(-[a-z]+\\d*)+(-\\d+)*");
    private static final Pattern PROJECT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern KEY = Pattern.compile("[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}");
    private static final Pattern DOMAIN =
            Pattern.compile("((?!-)[a-z0-9-]{1,63}(?<!-)\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final String KEY_ACCEPTED =
            "the id of the key, like 0d0466b0-e727-4d9c-b35d-f84bb474a37f, in lower case";
    private static final String PROJECT_ACCEPTED =
            "the id of the project, 32 hexadecimal digits in lower case; left out (- in a reference), it is looked up";

    /** The key that they describe. */
    HuaweiKey key() throws InvalidInputException {
        String region = region();
        return new HuaweiKey(
                region,
                project(),
                keyId(),
                cloud(region),
                endpoint(HuaweiKey.ENDPOINT),
                endpoint(HuaweiKey.IAM_ENDPOINT));
    }

    private String region() throws InvalidInputException {
        String accepted = "the id of a region, like eu-de, eu-west-101 or ap-southeast-1";
        String region = required("region", accepted);
        if (region.length() > LONGEST_NAME || !REGION.matcher(region).matches()) {
            throw wrong("region", region, accepted);
        }
        return region;
    }

    private @Nullable String project() throws InvalidInputException {
        String project = optional("projectId", PROJECT_ACCEPTED);
        if (project == null || project.equals("-")) {
            return null;
        }
        if (PROJECT.matcher(project).matches()) {
            return project;
        }
        if (PROJECT.matcher(project.toLowerCase(Locale.ROOT)).matches()) {
            throw wrong("projectId", project, PROJECT_ACCEPTED + " (here: " + project.toLowerCase(Locale.ROOT) + ")");
        }
        if (KEY.matcher(project).matches()) {
            throw wrong("projectId", project, PROJECT_ACCEPTED + "; this is written like the id of a key");
        }
        throw wrong("projectId", project, PROJECT_ACCEPTED + "; a project's name is not its id");
    }

    private String keyId() throws InvalidInputException {
        String id = required("keyId", KEY_ACCEPTED);
        if (KEY.matcher(id).matches()) {
            return id;
        }
        String lower = id.toLowerCase(Locale.ROOT);
        if (KEY.matcher(lower).matches()) {
            throw wrong("keyId", id, KEY_ACCEPTED + " (here: " + lower + ")");
        }
        if (lower.startsWith("arn:")) {
            throw wrong("keyId", id, KEY_ACCEPTED + "; the ARN of an AWS key belongs into <aws> or <key>");
        }
        if (PROJECT.matcher(lower).matches()) {
            throw wrong("keyId", id, KEY_ACCEPTED + "; this is written like the id of a project or account");
        }
        throw wrong("keyId", id, KEY_ACCEPTED + "; an alias or the key's name is not its id");
    }

    private String cloud(String region) throws InvalidInputException {
        String accepted = "the domain of a cloud, like otc.t-systems.com, without a scheme or a path";
        String cloud = optional(HuaweiKey.CLOUD, accepted);
        if (cloud == null) {
            return Clouds.ofRegion(region);
        }
        String domain = cloud.toLowerCase(Locale.ROOT);
        if (domain.length() > LONGEST_NAME || !DOMAIN.matcher(domain).matches()) {
            throw wrong(HuaweiKey.CLOUD, cloud, accepted);
        }
        return domain;
    }

    private @Nullable String endpoint(String name) throws InvalidInputException {
        String url = optional(name, EndpointUrl.ACCEPTED);
        if (url == null) {
            return null;
        }
        Optional<EndpointUrl> read = EndpointUrl.parse(url);
        if (read.isEmpty()) {
            throw wrong(name, url, EndpointUrl.ACCEPTED);
        }
        return read.get().toString();
    }

    private String required(String name, String accepted) throws InvalidInputException {
        String value = optional(name, accepted);
        if (value == null) {
            throw wrong(name, "", accepted);
        }
        return value;
    }

    private @Nullable String optional(String name, String accepted) throws InvalidInputException {
        String value = written.get(name);
        if (value == null) {
            return null;
        }
        if (value.isBlank()) {
            throw wrong(name, value, accepted);
        }
        if (value.contains("${")) {
            throw wrong(name, value, accepted + "; the property in it has no value");
        }
        return value;
    }

    private InvalidInputException wrong(String name, String value, String accepted) {
        return new InvalidInputException(before + name + behind, value, accepted);
    }
}
