package io.github.cmkverify.sim;

import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * Where AWS's own tools get temporary credentials: STS, IAM Identity Center, a container's agent and an instance's
 * metadata. All hand out {@link #ACCESS_KEY}, each to who shows what it wants.
 */
public final class AwsLoginSim implements SimulatedCloud {
    /** The access key id of all that is handed out. */
    public static final String ACCESS_KEY = "ASIATEMPORARY";

    /** Its secret. */
    public static final String SECRET = "temporarySecret0123456789temporary";

    /** Its session token. */
    public static final String TOKEN = "temporaryToken0123456789temporary";

    private static final String INSTANCE = "/latest/meta-data/iam/security-credentials";
    private static final String END = "2099-01-01T00:00:00Z";

    @Override
    public MockResponse answer(RecordedRequest request) {
        String[] target = request.getTarget().split("\\?", 2);
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        if (target[0].startsWith(INSTANCE)) {
            return instance(request, target[0].replace("-extended", "").substring(INSTANCE.length()));
        }
        return switch (target[0]) {
            case "/latest/api/token" -> response(200, "instance-token");
            case "/container" -> when(has(request, "Authorization", "container-token"), json());
            case "/federation/credentials" ->
                when(has(request, "x-amz-sso_bearer_token", "sso-token"), "{\"roleCredentials\":" + sso() + "}");
            case "/" -> sts(request, body);
            default -> null;
        };
    }

    private static MockResponse sts(RecordedRequest request, String body) {
        if (body.contains("Action=AssumeRoleWithWebIdentity")) {
            return when(body.contains("WebIdentityToken=web-token"), xml("AssumeRoleWithWebIdentity"));
        }
        if (body.contains("Action=AssumeRole&")) {
            String signed = String.valueOf(request.getHeaders().get("Authorization"));
            return signed.contains("Credential=" + AwsSim.ACCESS_KEY + "/")
                    ? response(200, xml("AssumeRole"))
                    : response(
                            403,
                            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>who are you</Message></Error>"
                                    + "</ErrorResponse>");
        }
        return null;
    }

    private static MockResponse instance(RecordedRequest request, String path) {
        if (!has(request, "x-aws-ec2-metadata-token", "instance-token")) {
            return response(401, "");
        }
        return path.length() <= 1 ? response(200, "builder") : response(200, json());
    }

    private static boolean has(RecordedRequest request, String header, String value) {
        return Objects.equals(request.getHeaders().get(header), value);
    }

    private static MockResponse when(boolean known, String body) {
        return known ? response(200, body) : response(403, "{\"message\":\"who are you\"}");
    }

    private static String json() {
        return "{\"Code\":\"Success\",\"Type\":\"AWS-HMAC\",\"LastUpdated\":\"2026-01-01T00:00:00Z\",\"AccessKeyId\":\""
                + ACCESS_KEY + "\",\"SecretAccessKey\":\"" + SECRET + "\",\"Token\":\"" + TOKEN
                + "\",\"Expiration\":\"" + END + "\"}";
    }

    private static String sso() {
        return "{\"accessKeyId\":\"" + ACCESS_KEY + "\",\"secretAccessKey\":\"" + SECRET + "\",\"sessionToken\":\""
                + TOKEN + "\",\"expiration\":4070908800000}";
    }

    private static String xml(String action) {
        return "<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action
                + "Result><Credentials><AccessKeyId>" + ACCESS_KEY + "</AccessKeyId><SecretAccessKey>" + SECRET
                + "</SecretAccessKey><SessionToken>" + TOKEN + "</SessionToken><Expiration>" + END
                + "</Expiration></Credentials></" + action + "Result></" + action + "Response>";
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
