package io.github.cmkverify.provider.azure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The clouds of Azure, each with its vaults and its own sign-in (provider document azure, C; the CLI's cloud list). */
enum AzureCloud {
    PUBLIC("vault.azure.net", "managedhsm.azure.net", "login.microsoftonline.com", "login.windows.net"),
    CHINA("vault.azure.cn", "managedhsm.azure.cn", "login.chinacloudapi.cn", "login.partner.microsoftonline.cn"),
    GOVERNMENT(
            "vault.usgovcloudapi.net",
            "managedhsm.usgovcloudapi.net",
            "login.microsoftonline.us",
            "login.usgovcloudapi.net");

    private final String vaults;
    private final String hsms;
    private final String authority;
    private final String otherAuthority;

    AzureCloud(String vaults, String hsms, String authority, String otherAuthority) {
        this.vaults = vaults;
        this.hsms = hsms;
        this.authority = authority;
        this.otherAuthority = otherAuthority;
    }

    /** The domains of its vaults and HSMs. */
    List<String> domains() {
        return List.of(vaults, hsms);
    }

    /** The URL of its sign-in. */
    String authority() {
        return "https://" + authority;
    }

    /** Whether a host belongs to its sign-in. */
    boolean signsInAt(String host) {
        return authority.equals(host) || otherAuthority.equals(host);
    }

    /** The cloud of a vault's host. */
    static Optional<AzureCloud> ofVault(String host) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.domains().stream().anyMatch(domain -> isIn(domain, host)))
                .findFirst();
    }

    /** The cloud that a host signs in to. */
    static Optional<AzureCloud> ofAuthority(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(cloud -> cloud.signsInAt(name)).findFirst();
    }

    /** The domains of all vaults and HSMs, to be shown to a person. */
    static Stream<String> allDomains() {
        return Arrays.stream(values()).flatMap(cloud -> cloud.domains().stream());
    }

    /** One label below the domain: the name of a vault has no dot. */
    private static boolean isIn(String domain, String host) {
        return host.endsWith("." + domain) && host.indexOf('.') == host.length() - domain.length() - 1;
    }
}
