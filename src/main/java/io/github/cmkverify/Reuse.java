package io.github.cmkverify;

import io.github.cmkverify.declare.Request;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.AnswerFiles;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Servers;
import io.github.cmkverify.report.Lines;
import io.github.cmkverify.report.ReuseText;
import io.github.cmkverify.verify.KeptAnswers;
import io.github.cmkverify.verify.ReusingVerifier;
import io.github.cmkverify.verify.Verifier;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A run that may reuse the answers of earlier builds ({@code cmk.maxAge}). */
final class Reuse {
    private static final String STARTED = "started";
    private static final String WARNED = "answers not kept";

    private final String version;
    private final Environment environment;
    private final Servers servers;
    private final ConcurrentMap<String, Object> memory;
    private final Lines lines;

    /**
     * @param version of this plugin
     * @param environment what surrounds the build
     * @param servers credentials of settings.xml
     * @param memory what the modules of this build share
     * @param lines the log
     */
    Reuse(String version, Environment environment, Servers servers, ConcurrentMap<String, Object> memory, Lines lines) {
        this.version = version;
        this.environment = environment;
        this.servers = servers;
        this.memory = memory;
        this.lines = lines;
    }

    /**
     * Verifies with the help of earlier builds, or without where their answers cannot be had.
     *
     * @param providers those of this run
     * @param verifier asks about the rest; {@code null} where nobody can be asked, and the rest has no verdict
     */
    List<Verdict> verify(Request request, LoadedProviders providers, @Nullable Verifier verifier) {
        Instant started = (Instant)
                memory.computeIfAbsent(STARTED, key -> environment.clock().instant());
        try {
            KeptAnswers kept = new KeptAnswers(
                    providers,
                    AnswerFiles.open(environment, servers, providers::inputs, version),
                    request.maxAge(),
                    environment.clock());
            ReusingVerifier reusing = new ReusingVerifier(kept, environment.clock());
            return verifier == null
                    ? reusing.offline(request.keys())
                    : reusing.verify(request.keys(), request.timeout(), verifier, started, this::warn);
        } catch (IOException e) {
            warn(e);
            return verifier == null ? List.of() : verifier.verify(request.keys(), request.timeout());
        }
    }

    /** Once a build. */
    private void warn(IOException e) {
        if (memory.putIfAbsent(WARNED, true) == null) {
            lines.warn(ReuseText.notKept(e));
        }
    }
}
