package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The temporary access key that the metadata service hands to an ECS instance with an agency (provider document huawei,
 * 4.4). Other clouds serve other things at the same address, and a laptop has nothing there: what does not answer, or
 * knows no such path, is no source.
 */
final class AgencyMetadata {
    /** The address is on the machine's own network: what does not answer within this is not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration KEY_LIFE = Duration.ofMinutes(15);
    private static final String NAME = "ECS agency";
    private static final String TOKEN_PATH = "/meta-data/latest/api/token";
    private static final String KEY_PATH = "/openstack/latest/securitykey";
    private static final Map<String, String> TOKEN_LIFE = Map.of("X-Metadata-Token-Ttl-Seconds", "21600");
    /** An older service that knows no tokens. */
    private static final Set<Integer> TOKENLESS = Set.of(404, 405, 503);

    private final ProviderContext context;
    private final String url;
    private final HostRule hosts;

    /** The metadata service of the machine that the build runs on. */
    AgencyMetadata(ProviderContext context) {
        this(context, "http://169.254.169.254", HostRule.METADATA);
    }

    AgencyMetadata(ProviderContext context, String url, HostRule hosts) {
        this.context = context;
        this.url = url;
        this.hosts = hosts;
    }

    /** What people call it. */
    static String name() {
        return "the agency of an ECS instance (metadata service)";
    }

    /**
     * An access key with its end.
     *
     * @param key the access key
     * @param end from when on it is refused
     */
    record Given(AccessKey key, Instant end) {}

    /**
     * Asks for an access key.
     *
     * @return empty where there is no such service, or no agency
     * @throws CredentialException if the service is there, and its answer cannot be used
     */
    Optional<Given> ask(Deadline deadline) throws CredentialException {
        HttpAnswer token = send("PUT", TOKEN_PATH, TOKEN_LIFE, deadline);
        if (token == null) {
            return Optional.empty();
        }
        HttpAnswer key = TOKENLESS.contains(token.status())
                ? send("GET", KEY_PATH, Map.of(), deadline)
                : token.status() == 200
                        ? send("GET", KEY_PATH, Map.of("X-Metadata-Token", text(token)), deadline)
                        : token;
        if (key == null) {
            throw Sendable.broken(name() + " broke off");
        }
        if (key.status() >= 500 || key.status() == 429) {
            throw Sendable.broken(name() + " answers HTTP " + key.status());
        }
        return key.status() == 200 ? Optional.of(given(key)) : Optional.empty();
    }

    private @Nullable HttpAnswer send(String method, String path, Map<String, String> headers, Deadline deadline) {
        Duration patience = deadline.left().compareTo(PATIENCE) < 0 ? deadline.left() : PATIENCE;
        HttpCall call = new HttpCall(
                method, url + path, hosts, now -> headers, new byte[0], null, answer -> ReplyRule.Disposition.FINAL);
        return context.door().send(call, Deadline.in(patience)) instanceof HttpAnswer answer ? answer : null;
    }

    private static String text(HttpAnswer token) throws CredentialException {
        return Sendable.checked("the token of " + name(), new Secret(new String(token.body(), StandardCharsets.UTF_8)))
                .reveal();
    }

    private Given given(HttpAnswer answer) throws CredentialException {
        JsonNode credential;
        try {
            credential = Json.read(answer.body()).path("credential");
        } catch (StrangeJsonException e) {
            throw Sendable.broken(name() + " answers with something that is not JSON");
        }
        AccessKey key = new AccessKey(
                NAME,
                part(credential, "access").reveal(),
                part(credential, "secret"),
                part(credential, "securitytoken"),
                null);
        return new Given(key, end(credential.path("expires_at").asText("")));
    }

    private static Secret part(JsonNode credential, String field) throws CredentialException {
        return Sendable.checked(
                field + " in the answer of " + name(),
                new Secret(credential.path(field).asText("")));
    }

    private Instant end(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException e) {
            return context.environment().clock().instant().plus(KEY_LIFE);
        }
    }
}
