package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.HttpCall;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * {@code DescribeKey} on the wire (provider document aws, A.1), signed with Signature Version 4 by the vendor's signer.
 */
final class DescribeKeyRequest {
    private static final String SERVICE = "kms";

    private DescribeKeyRequest() {}

    /** The call for a key; its headers are signed for each attempt. */
    static HttpCall of(AwsKey key, AwsEndpoint endpoint, AwsIdentity who) {
        String url = endpoint.url() + "/";
        byte[] body = ("{\"KeyId\":\"" + key.asked() + "\"}").getBytes(StandardCharsets.UTF_8);
        return new HttpCall(
                "POST",
                url,
                endpoint.hosts(),
                now -> signed(url, body, key.region(), who, now),
                body,
                identity(who, url),
                answer -> DescribeKeyAnswer.disposition(key, answer));
    }

    private static Map<String, String> signed(String url, byte[] body, String region, AwsIdentity who, Instant now) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(url))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "TrentService.DescribeKey")
                .build();
        Map<String, String> headers = new HashMap<>();
        AwsV4HttpSigner.create()
                .sign(r -> r.identity(sdk(who))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request()
                .forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("Host"); // the transport's own, the same
        return headers;
    }

    /** Credentials that one region refuses may be good in another: partitions, and regions that one has to opt into. */
    private static String identity(AwsIdentity who, String url) {
        return who.shown() + " (" + Integer.toHexString(who.accessKeyId().hashCode()) + ") at " + url;
    }

    private static AwsCredentialsIdentity sdk(AwsIdentity who) {
        return who.sessionToken().isBlank()
                ? AwsCredentialsIdentity.create(who.accessKeyId(), who.secret().reveal())
                : AwsSessionCredentialsIdentity.create(
                        who.accessKeyId(),
                        who.secret().reveal(),
                        who.sessionToken().reveal());
    }
}
