package io.github.cmkverify.provider.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.JsonFields;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.EndpointUrl;
import io.github.cmkverify.provider.Environment;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token of the machine's own service account, from the metadata server of Google's machines. Asked here and not
 * through Google's library, which would be loaded on every machine that has no credentials at all.
 */
final class MetadataServer {
    private static final String VARIABLE = "GCE_METADATA_HOST";
    /** Its address rather than its name, which others could answer for. */
    private static final String ADDRESS = "169.254.169.254";

    private static final Set<String> OF_GOOGLE = Set.of(ADDRESS, ADDRESS + ":80", "metadata.google.internal");
    private static final String PATH = "/computeMetadata/v1/instance/service-accounts/default/token";
    private static final String FLAVOR = "Metadata-Flavor";
    private static final String GOOGLE = "Google";
    /** It is next to the machine or not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpDoor door;
    private final Environment environment;

    MetadataServer(HttpDoor door, Environment environment) {
        this.door = door;
        this.environment = environment;
    }

    /**
     * A token.
     *
     * @throws CredentialException with {@link Cause#NO_CREDENTIALS} where there is no such server
     */
    Login.Grant token(Deadline deadline) throws CredentialException {
        if ("true".equalsIgnoreCase(environment.variable("NO_GCE_CHECK"))) {
            throw none("NO_GCE_CHECK is set");
        }
        Duration patience = deadline.left().compareTo(PATIENCE) < 0 ? deadline.left() : PATIENCE;
        HttpResult result = door.send(call(), Deadline.in(patience));
        if (!(result instanceof HttpAnswer answer)) {
            throw none("no answer");
        }
        if (!GOOGLE.equals(answer.header(FLAVOR))) {
            throw none("what answers is not Google's");
        }
        if (answer.status() != 200) {
            throw none("no token of a service account, HTTP " + answer.status());
        }
        return grant(answer);
    }

    private HttpCall call() throws CredentialException {
        String host = environment.variable(VARIABLE);
        boolean usual = host == null || OF_GOOGLE.contains(host);
        String url = "http://" + (usual ? ADDRESS : host);
        return new HttpCall(
                "GET",
                url + PATH,
                usual ? HostRule.METADATA : named(url),
                now -> Map.of(FLAVOR, GOOGLE),
                new byte[0],
                null,
                ReplyRule.byStatus());
    }

    private static HostRule named(String url) throws CredentialException {
        try {
            return new HostRule(Set.of(), Set.of(EndpointUrl.host(EndpointUrl.ofHost(VARIABLE, url))), false);
        } catch (InvalidInputException e) {
            throw new CredentialException(Cause.BROKEN_CREDENTIALS, VARIABLE + ": not a host");
        }
    }

    private Login.Grant grant(HttpAnswer answer) throws CredentialException {
        try {
            JsonNode json = Json.read(answer.body());
            String token = JsonFields.text(json, "access_token");
            @Nullable JsonNode seconds = json.get("expires_in");
            if (token == null || seconds == null || !seconds.canConvertToInt()) {
                throw new StrangeJsonException("no access_token or no expires_in");
            }
            return new Login.Grant(token, environment.clock().instant().plusSeconds(seconds.intValue()));
        } catch (StrangeJsonException e) {
            throw new CredentialException(Cause.BROKEN_CREDENTIALS, "metadata server: " + e.getMessage());
        }
    }

    private static CredentialException none(String why) {
        return new CredentialException(Cause.NO_CREDENTIALS, why);
    }
}
