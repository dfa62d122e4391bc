package io.github.cmkverify.provider.vault;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a key is asked for: the declared address, else the one of {@code BAO_ADDR}, else that of {@code VAULT_ADDR}.
 *
 * <p>There is no published domain. A host is the provider's own when a variable names it; a declared one has to be
 * allowed from outside the project, or to be this machine.
 *
 * @param address the server
 * @param hosts which hosts may be asked
 * @param namedBy what named it, for messages
 * @param namespace where there is one
 * @param families the prefixes of the variables whose credentials belong to this server: those of a tool that is not
 *     pointed at another one
 */
record VaultEndpoint(
        VaultAddress address,
        HostRule hosts,
        String namedBy,
        @Nullable String namespace,
        List<String> families) {
    /** OpenBao's own tools read {@code BAO_*} before {@code VAULT_*}. */
    private static final List<String> PREFIXES = List.of("BAO_", "VAULT_");

    private static final String ADDR = "ADDR";
    private static final String NAMESPACE = "NAMESPACE";

    /**
     * Finds it; asks nothing.
     *
     * @throws InvalidInputException if nothing names a server, or a variable names none that could be asked
     */
    static VaultEndpoint of(VaultKey key, Environment environment) throws InvalidInputException {
        Set<String> named = new TreeSet<>();
        VaultAddress asked =
                key.address() == null ? null : VaultAddress.read(key.address()).orElseThrow();
        String namedBy = "<vault> <address>";
        for (String prefix : PREFIXES) {
            VaultAddress address = variable(prefix + ADDR, environment);
            if (address != null) {
                named.add(address.host());
                if (asked == null) {
                    asked = address;
                    namedBy = "environment variable " + prefix + ADDR;
                }
            }
        }
        if (asked == null) {
            throw new InvalidInputException(
                    "environment variable VAULT_ADDR or BAO_ADDR",
                    "",
                    VaultAddress.ACCEPTED + ", or an <address> whose host is allowed from outside the project");
        }
        List<String> families = new ArrayList<>();
        for (String prefix : PREFIXES) {
            VaultAddress address = variable(prefix + ADDR, environment);
            if (address == null || address.equals(asked)) {
                families.add(prefix);
            }
        }
        return new VaultEndpoint(
                asked,
                rule(asked, named, key.address() != null),
                namedBy,
                key.namespace() == null ? namespace(families, environment) : key.namespace(),
                List.copyOf(families));
    }

    private static HostRule rule(VaultAddress asked, Set<String> named, boolean declared) {
        // Only of the host that is asked itself, so that no host below it is let in as well.
        Set<String> own = named.contains(asked.host()) ? Set.of(asked.host().replaceAll("[\\[\\]]", "")) : Set.of();
        return new HostRule(own, named, declared && asked.isLoopback());
    }

    private static @Nullable VaultAddress variable(String name, Environment environment) throws InvalidInputException {
        String written = environment.variable(name);
        if (written == null) {
            return null;
        }
        return VaultAddress.read(written)
                .orElseThrow(() -> new InvalidInputException(
                        "environment variable " + name, VaultSyntax.shown(written), VaultAddress.ACCEPTED));
    }

    private static @Nullable String namespace(List<String> families, Environment environment)
            throws InvalidInputException {
        for (String prefix : families) {
            String written = environment.variable(prefix + NAMESPACE);
            if (written != null) {
                return VaultSyntax.namespace("environment variable " + prefix + NAMESPACE, written);
            }
        }
        return null;
    }

    /** Whom a token in the home folder belongs to is nowhere said: to the server that the variables name, if any do. */
    boolean ownsTokenFile(Environment environment) {
        return PREFIXES.stream().noneMatch(prefix -> environment.variable(prefix + ADDR) != null)
                || families.stream().anyMatch(prefix -> environment.variable(prefix + ADDR) != null);
    }

    /** What a person should know when there are no credentials; empty if nothing. */
    String hint() {
        return families.size() == PREFIXES.size()
                ? ""
                : "; variables of a tool that is pointed at another server do not count for " + address.url();
    }
}
