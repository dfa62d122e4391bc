package io.github.cmkverify.provider.aws;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * One source of the SDK's chain.
 *
 * @param name what it is called where it answered
 * @param place where it looks, for a message
 * @param provider the SDK's own
 * @param isThere whether somebody set it up, so that its reason for having no credentials is worth telling
 * @param role whom its credentials are for, as far as the settings say; else empty
 */
record SdkSource(
        String name,
        String place,
        Supplier<AwsCredentialsProvider> provider,
        BooleanSupplier isThere,
        Supplier<String> role) {}
