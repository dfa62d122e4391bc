package io.github.cmkverify.provider.aws;

import io.github.cmkverify.http.HeaderSource;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.ReplyRule;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * {@code DescribeKey} on the wire (provider document aws, A.1), signed with Signature Version 4 by the vendor's signer.
 */
final class DescribeKeyRequest implements HeaderSource, ReplyRule {
    private static final String SERVICE = "kms";

    private final AwsKey key;
    private final String url;
    private final byte[] body;
    private final AwsIdentity who;

    private DescribeKeyRequest(AwsKey key, String url, byte[] body, AwsIdentity who) {
        this.key = key;
        this.url = url;
        this.body = body;
        this.who = who;
    }

    /** The call for a key; its headers are signed for each attempt. */
    static HttpCall of(AwsKey key, AwsEndpoint endpoint, AwsIdentity who) {
        String url = endpoint.url() + "/";
        byte[] body = ("{\"KeyId\":\"" + key.asked() + "\"}").getBytes(StandardCharsets.UTF_8);
        DescribeKeyRequest request = new DescribeKeyRequest(key, url, body, who);
        return new HttpCall("POST", url, endpoint.hosts(), request, body, identity(who, url), request);
    }

    @Override
    public Disposition judge(HttpAnswer answer) {
        return DescribeKeyAnswer.disposition(key, answer);
    }

    @Override
    public Map<String, String> headers(Instant now) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create(url))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "TrentService.DescribeKey")
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(SignRequest.builder(sdk(who))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, key.region())
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC))
                        .build())
                .request();
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header : signed.headers().entrySet()) {
            headers.put(header.getKey(), String.join(",", header.getValue()));
        }
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
