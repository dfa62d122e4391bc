package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.provider.PrincipalInputs;
import java.util.List;

/** What decides where a cloud of this kind is asked, and in whose name. */
public final class HuaweiInputs {
    private HuaweiInputs() {}

    /** All of it. */
    public static PrincipalInputs all() {
        return new PrincipalInputs(
                List.of("HUAWEICLOUD_SDK_REGION_KMS_*", "HUAWEICLOUD_SDK_IAM_ENDPOINT"),
                List.of(
                        "HUAWEICLOUD_SDK_AK",
                        "HUAWEICLOUD_SDK_SK",
                        "HUAWEICLOUD_SDK_SECURITY_TOKEN",
                        "HUAWEICLOUD_SDK_PROJECT_ID",
                        "HUAWEICLOUD_SDK_IDP_ID",
                        "HUAWEICLOUD_SDK_ID_TOKEN_FILE",
                        "HUAWEICLOUD_SDK_DOMAIN_ID",
                        "HUAWEICLOUD_SDK_CREDENTIALS_FILE",
                        "HW_ACCESS_KEY",
                        "HW_SECRET_KEY",
                        "HW_SECURITY_TOKEN",
                        "HW_PROJECT_ID",
                        "HW_AUTH_TOKEN",
                        "HW_USER_NAME",
                        "HW_USER_PASSWORD",
                        "HW_DOMAIN_NAME",
                        "OS_AUTH_URL",
                        "OS_ACCESS_KEY",
                        "OS_ACCESS_KEY_ID",
                        "OS_AK",
                        "OS_SECRET_KEY",
                        "OS_ACCESS_KEY_SECRET",
                        "OS_SK",
                        "OS_SECURITY_TOKEN",
                        "OS_AKSK_SECURITY_TOKEN",
                        "OS_ST",
                        "OS_PROJECT_ID",
                        "OS_TENANT_ID",
                        "OS_AUTH_TOKEN",
                        "OS_TOKEN",
                        "OS_USERNAME",
                        "OS_PASSWORD",
                        "OS_USER_DOMAIN_NAME",
                        "OS_DOMAIN_NAME"),
                List.of(
                        "~/.huaweicloud/credentials",
                        "$HUAWEICLOUD_SDK_CREDENTIALS_FILE",
                        "$HUAWEICLOUD_SDK_ID_TOKEN_FILE"),
                List.of(),
                List.of("id_token_file"));
    }
}
