package io.github.cmkverify;

import io.github.cmkverify.provider.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What surrounds a build. The one place that asks the JVM for it. */
final class Surroundings {
    private static final String ALLOWED_HOSTS = "CMK_ALLOWED_HOSTS";
    private static final String SERVER = "cmk";

    private Surroundings() {}

    /** The environment of this process. */
    static Environment environment() {
        return new Environment(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                Clock.systemUTC(),
                System.getProperties().stringPropertyNames());
    }

    /**
     * The hosts that are allowed from outside of the project.
     *
     * @param environment may name some in {@code CMK_ALLOWED_HOSTS}
     * @param settings may name some in {@code <allowedHosts>} of the server {@code cmk}
     */
    static Set<String> allowedHosts(Environment environment, Settings settings) {
        Set<String> hosts = new LinkedHashSet<>();
        addAll(hosts, environment.variable(ALLOWED_HOSTS));
        Server server = settings.getServer(SERVER);
        if (server != null && server.getConfiguration() instanceof Xpp3Dom dom) {
            for (Xpp3Dom allowed : dom.getChildren("allowedHosts")) {
                addAll(hosts, allowed.getValue());
                for (Xpp3Dom host : allowed.getChildren()) {
                    addAll(hosts, host.getValue());
                }
            }
        }
        return hosts;
    }

    private static void addAll(Set<String> hosts, @Nullable String list) {
        if (list != null) {
            Arrays.stream(list.split("[,\\s]+")).filter(host -> !host.isEmpty()).forEach(hosts::add);
        }
    }
}
