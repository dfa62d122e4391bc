package io.github.cmkverify;

import io.github.cmkverify.provider.BuildMemory;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * What the modules of one build share. It lives in the data of the repository session: the one place that every Maven
 * keeps for a build, and every class loader of a plugin sees.
 */
final class BuildData {
    private BuildData() {}

    /** The map of this build; of one version of the plugin, whose own kinds of entries it holds. */
    @SuppressWarnings("unchecked") // nobody else uses this key
    static ConcurrentMap<String, Object> of(MavenSession session, String version) {
        SessionData data = session.getRepositorySession().getData();
        String key = BuildMemory.class.getName() + ":" + version;
        Object shared = data.get(key);
        while (shared == null) {
            // computeIfAbsent is not there before Maven 3.9
            data.set(key, null, new ConcurrentHashMap<String, Object>());
            shared = data.get(key);
        }
        return (ConcurrentMap<String, Object>) shared;
    }
}
