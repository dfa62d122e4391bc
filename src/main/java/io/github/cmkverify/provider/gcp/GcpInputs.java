package io.github.cmkverify.provider.gcp;

import io.github.cmkverify.provider.PrincipalInputs;
import java.util.List;

/** What decides where Google Cloud is asked, and in whose name: the application default credentials. */
public final class GcpInputs {
    private GcpInputs() {}

    /** All of it. */
    public static PrincipalInputs all() {
        return new PrincipalInputs(
                List.of("CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS", "GOOGLE_CLOUD_UNIVERSE_DOMAIN"),
                List.of(
                        "GOOGLE_APPLICATION_CREDENTIALS",
                        "GOOGLE_CLOUD_QUOTA_PROJECT",
                        "GCE_METADATA_HOST",
                        "NO_GCE_CHECK"),
                List.of(
                        "<credentials>",
                        "$GOOGLE_APPLICATION_CREDENTIALS",
                        "$CLOUDSDK_CONFIG/application_default_credentials.json",
                        "$APPDATA/gcloud/application_default_credentials.json",
                        "~/.config/gcloud/application_default_credentials.json"),
                List.of(),
                List.of("credential_source"));
    }
}
