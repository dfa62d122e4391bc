package io.github.cmkverify.provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

class SdkSourcesTest {
    @Test
    void areTheSdksOwnInItsOrder() {
        List<String> ours = SdkSources.ALL.stream()
                .map(source -> source.provider().get())
                .map(AwsCredentialsProvider::getClass)
                .map(Class::getSimpleName)
                .toList();
        System.setProperty("aws.accessKeyId", "AKIAPROPERTY");
        System.setProperty("aws.secretAccessKey", "s");
        try (DefaultCredentialsProvider chain =
                DefaultCredentialsProvider.builder().build()) {
            chain.resolveCredentials(); // of the first source; only then does the chain show what it is made of
            List<String> theirs = Pattern.compile("(\\w+CredentialsProvider)\\(")
                    .matcher(chain.toString())
                    .results()
                    .map(MatchResult::group)
                    .map(name -> name.replace("(", ""))
                    .filter(name -> !List.of("DefaultCredentialsProvider", "LazyAwsCredentialsProvider")
                            .contains(name))
                    .toList();
            assertEquals(theirs, ours, chain::toString);
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    @Test
    void tellReasonsWithoutWhatLooksLikeASecret() {
        String reason = SdkSources.reason(new IllegalStateException(
                "command said wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY for arn:aws:iam::111122223333:role/x: "
                        + "ProfileFile(profiles=[Profile(name=default)])"));
        assertFalse(reason.contains("wJalr"), reason);
        assertFalse(reason.contains("ProfileFile"), reason);
        assertTrue(reason.contains("arn:aws:iam::111122223333:role/x"), reason);
        assertEquals(
                120,
                SdkSources.reason(new IllegalStateException("x ".repeat(1000))).length());
    }
}
