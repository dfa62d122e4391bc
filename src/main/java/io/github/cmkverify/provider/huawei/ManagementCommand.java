package io.github.cmkverify.provider.huawei;

/**
 * Commands that manage one key, in one of two dialects. Paths and operations are those of the SDK 3.1.143 ({@code
 * KmsMeta}).
 *
 * @param key the key
 * @param kooCli whether Huawei's own command line tool reaches the key
 */
record ManagementCommand(HuaweiKey key, boolean kooCli) {
    /** In the dialect that the key's cloud understands. */
    static ManagementCommand of(HuaweiKey key) {
        return new ManagementCommand(key, Clouds.speaksKooCli(key.cloud()) && key.endpoint() == null);
    }

    String cancelDeletion() {
        return onKey("CancelKeyDeletion", "cancel-key-deletion");
    }

    String enable() {
        return onKey("EnableKey", "enable-key");
    }

    String enableRotation() {
        return onKey("EnableKeyRotation", "enable-key-rotation");
    }

    /** All keys of the project; without the key spec, the service lists AES_256 alone. */
    String listKeys() {
        return kooCli ? cli("ListKeys", "--key_spec=ALL") : post("list-keys", "{\"key_spec\":\"ALL\"}");
    }

    String importParameters() {
        String algorithm = "RSAES_OAEP_SHA_256";
        return kooCli
                ? cli("CreateParametersForImport", id() + " --wrapping_algorithm=" + algorithm)
                : post(
                        "get-parameters-for-import",
                        "{\"key_id\":\"" + key.keyId() + "\",\"wrapping_algorithm\":\"" + algorithm + "\"}");
    }

    String importMaterial() {
        return kooCli
                ? cli("ImportKeyMaterial", id() + " --import_token=… --encrypted_key_material=…")
                : post(
                        "import-key-material",
                        "{\"key_id\":\"" + key.keyId() + "\",\"import_token\":\"…\",\"encrypted_key_material\":\"…\"}");
    }

    private String onKey(String operation, String path) {
        return kooCli ? cli(operation, id()) : post(path, "{\"key_id\":\"" + key.keyId() + "\"}");
    }

    private String id() {
        return "--key_id=" + key.keyId();
    }

    private String cli(String operation, String parameters) {
        String project = key.projectId() == null ? "" : "--project_id=" + key.projectId() + " ";
        return "hcloud KMS " + operation + " --cli-region=" + key.region() + " " + project + parameters;
    }

    private String post(String path, String body) {
        String kms =
                key.endpoint() == null ? Clouds.kms(key.region(), key.cloud()).toString() : key.endpoint();
        String project = key.projectId() == null ? "{project_id}" : key.projectId();
        return "curl -f -X POST -H \"X-Auth-Token: $OS_TOKEN\" -H 'Content-Type: application/json' -d '" + body + "' '"
                + kms + "/v1.0/" + project + "/kms/" + path + "'";
    }
}
