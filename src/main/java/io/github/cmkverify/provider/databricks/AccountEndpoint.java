package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.http.HostRule;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ServerText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is asked: the host of the declaration, else {@code DATABRICKS_HOST} if that is an account host, else
 * the default.
 *
 * <p>Builds that also deploy to a workspace have the workspace in {@code DATABRICKS_HOST}; it is passed over.
 *
 * @param host the host that is asked
 * @param declared whether a declaration named it
 * @param surroundings the host in {@code DATABRICKS_HOST}, if there is one
 */
record AccountEndpoint(
        AccountHost host, boolean declared, @Nullable AccountHost surroundings) {
    private static final String VARIABLE = "DATABRICKS_HOST";

    /**
     * Finds the host for a reference; asks nothing.
     *
     * @throws InvalidInputException if {@code DATABRICKS_HOST} is no URL that could be asked: a token of the environment
     *     belongs to it, so it has to be understood even where another host is asked
     */
    static AccountEndpoint of(DatabricksReference reference, Environment environment) throws InvalidInputException {
        AccountHost surroundings = surroundings(environment.variable(VARIABLE));
        if (reference.host() != null) {
            return new AccountEndpoint(url(reference.host()), true, surroundings);
        }
        return surroundings != null && canBeAsked(surroundings)
                ? new AccountEndpoint(surroundings, false, surroundings)
                : new AccountEndpoint(url(AccountHost.DEFAULT), false, surroundings);
    }

    private static @Nullable AccountHost surroundings(@Nullable String variable) throws InvalidInputException {
        if (variable == null) {
            return null;
        }
        return AccountHost.read(variable)
                .orElseThrow(() -> new InvalidInputException(
                        "environment variable " + VARIABLE,
                        ServerText.cut(variable),
                        "the https URL of an account host or of a workspace; http for loopback addresses alone"));
    }

    private static AccountHost url(String url) {
        return AccountHost.read(url).orElseThrow();
    }

    private static boolean canBeAsked(AccountHost host) {
        return switch (host.kind()) {
            case PUBLISHED, LOOPBACK, OTHER -> true;
            case AZURE, WORKSPACE -> false;
        };
    }

    /** Who named the host, for a message. */
    String namedBy() {
        return declared ? "<databricks> <host>" : "environment variable " + VARIABLE;
    }

    HostRule rule() {
        Set<String> named = surroundings != null && canBeAsked(surroundings) ? Set.of(surroundings.name()) : Set.of();
        return new HostRule(AccountHost.PUBLISHED, named, declared && host.kind() == AccountHost.Kind.LOOPBACK);
    }

    /** Whether a token that the environment holds is meant for the host that is asked. */
    boolean isHostOfTheEnvironment() {
        return surroundings == null || surroundings.name().equals(host.name());
    }

    /** What a person should know when credentials are absent or refused; empty if nothing. */
    String hint() {
        if (surroundings == null || canBeAsked(surroundings)) {
            return "";
        }
        return "; " + VARIABLE + " names " + surroundings.name()
                + ", which is not asked: it is not the host of an account with key configurations";
    }
}
