package io.github.cmkverify.provider.vault;

import io.github.cmkverify.provider.PrincipalInputs;
import java.util.List;
import java.util.stream.Stream;

/** What decides where a server is asked, and in whose name. */
public final class VaultInputs {
    private static final List<String> PLACES = List.of("ADDR", "NAMESPACE");
    private static final List<String> CREDENTIALS = List.of(
            "TOKEN",
            "ROLE_ID",
            "SECRET_ID",
            "ID_TOKEN",
            "JWT",
            "AUTH_ROLE",
            "ROLE",
            "AUTH_PATH",
            "K8S_ROLE",
            "KUBERNETES_ROLE",
            "K8S_TOKEN_PATH");

    private VaultInputs() {}

    /** All of it. */
    public static PrincipalInputs all() {
        return new PrincipalInputs(
                ofBothTools(PLACES),
                ofBothTools(CREDENTIALS),
                List.of(
                        "~/.vault-token",
                        "$VAULT_K8S_TOKEN_PATH",
                        "$BAO_K8S_TOKEN_PATH",
                        "/var/run/secrets/kubernetes.io/serviceaccount/token"),
                List.of(),
                List.of());
    }

    private static List<String> ofBothTools(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of("VAULT_" + name, "BAO_" + name))
                .toList();
    }
}
