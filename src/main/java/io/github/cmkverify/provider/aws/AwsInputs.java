package io.github.cmkverify.provider.aws;

import io.github.cmkverify.provider.PrincipalInputs;
import java.util.List;

/** What decides where AWS is asked, and in whose name: the settings of the SDK's default chain. */
public final class AwsInputs {
    private AwsInputs() {}

    /** All of it. */
    public static PrincipalInputs all() {
        return new PrincipalInputs(
                List.of(
                        "AWS_ENDPOINT_URL*",
                        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
                        "AWS_USE_FIPS_ENDPOINT",
                        "AWS_USE_DUALSTACK_ENDPOINT"),
                List.of(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_SESSION_TOKEN",
                        "AWS_PROFILE",
                        "AWS_CONFIG_FILE",
                        "AWS_SHARED_CREDENTIALS_FILE",
                        "AWS_ROLE_ARN",
                        "AWS_ROLE_SESSION_NAME",
                        "AWS_WEB_IDENTITY_TOKEN_FILE",
                        "AWS_CONTAINER_*",
                        "AWS_EC2_*",
                        "AWS_LOGIN_CACHE_DIRECTORY"),
                List.of(
                        "~/.aws/config",
                        "~/.aws/credentials",
                        "~/.aws/sso/cache",
                        "~/.aws/login/cache",
                        "$AWS_CONFIG_FILE",
                        "$AWS_SHARED_CREDENTIALS_FILE",
                        "$AWS_WEB_IDENTITY_TOKEN_FILE",
                        "$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                        "$AWS_LOGIN_CACHE_DIRECTORY"),
                List.of("aws.*"),
                List.of("credential_process", "credential_source", "web_identity_token_file"));
    }
}
