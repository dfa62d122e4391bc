package io.github.cmkverify.provider.aws;

import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The sources of the SDK's {@code DefaultCredentialsProvider} in its order, gone through one by one: the SDK's own loop
 * tells neither which source answered nor, in less than a page, why none did.
 */
final class SdkSources {
    /** Letters of both cases and digits in one long word: what secrets and tokens look like. */
    private static final Pattern SECRET_LIKE =
            Pattern.compile("(?=\\S*[0-9])(?=\\S*[a-z])(?=\\S*[A-Z])[A-Za-z0-9+/=_-]{20,}");

    private static final int LONGEST_REASON = 120;

    static final List<SdkSource> ALL = List.of(
            new SdkSource(
                    "system properties",
                    "system properties aws.accessKeyId and aws.secretAccessKey",
                    SystemPropertyCredentialsProvider::create,
                    () -> false,
                    () -> ""),
            new SdkSource(
                    "environment",
                    "environment AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
                    EnvironmentVariableCredentialsProvider::create,
                    () -> SdkSettings.anySet(
                            SdkSystemSetting.AWS_ACCESS_KEY_ID, SdkSystemSetting.AWS_SECRET_ACCESS_KEY),
                    () -> ""),
            new SdkSource(
                    "web identity token",
                    "environment AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN",
                    WebIdentityTokenFileCredentialsProvider::create,
                    () -> SdkSettings.anySet(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE),
                    SdkSettings::roleOfWebIdentity),
            new SdkSource(
                    "profile",
                    "profile of AWS_PROFILE, else default, in ~/.aws/config and ~/.aws/credentials",
                    ProfileCredentialsProvider::create,
                    SdkSettings::isProfileThere,
                    SdkSettings::roleOfProfile),
            new SdkSource(
                    "container",
                    "container (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI)",
                    () -> ContainerCredentialsProvider.builder().build(),
                    () -> SdkSettings.anySet(
                            SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI,
                            SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI),
                    () -> ""),
            new SdkSource(
                    "instance metadata",
                    "instance metadata",
                    InstanceProfileCredentialsProvider::create,
                    () -> true,
                    () -> ""));

    private SdkSources() {}

    /**
     * The credentials of the first source that has some.
     *
     * @throws CredentialException if none has; it names them, and tells why where one was set up
     */
    static CredentialChain.Found search() throws CredentialException {
        List<String> tried = new ArrayList<>();
        for (SdkSource source : ALL) {
            AwsCredentialsProvider provider = null;
            try {
                provider = source.provider().get();
                return found(source, provider.resolveCredentials());
            } catch (RuntimeException e) {
                tried.add(source.place() + (source.isThere().getAsBoolean() ? " (" + reason(e) + ")" : ""));
            } finally {
                if (provider instanceof SdkAutoCloseable open) {
                    open.close();
                }
            }
        }
        throw new CredentialException(Cause.NO_CREDENTIALS, String.join("; ", tried));
    }

    private static CredentialChain.Found found(SdkSource source, AwsCredentials credentials)
            throws CredentialException {
        String token = credentials instanceof AwsSessionCredentials session ? session.sessionToken() : "";
        AwsIdentity identity = AwsIdentity.of(
                "AWS " + source.name() + source.role().get(),
                credentials.accessKeyId(),
                new Secret(credentials.secretAccessKey()),
                new Secret(token));
        return new CredentialChain.Found(identity, credentials.expirationTime().orElse(null));
    }

    static String reason(RuntimeException e) {
        String text = String.valueOf(e.getMessage()).replaceFirst(":? ?ProfileFile\\(.*", "");
        String masked = SECRET_LIKE
                .matcher(text.replaceFirst("^Unable to load credentials from system settings\\. ", ""))
                .replaceAll("…")
                .replaceFirst("\\.$", "");
        return masked.length() > LONGEST_REASON ? masked.substring(0, LONGEST_REASON - 1) + "…" : masked;
    }
}
