package io.github.cmkverify;

import io.github.cmkverify.declare.InvalidInputsException;
import io.github.cmkverify.declare.Offline;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpProxy;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.policy.WaiverNotices;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Servers;
import io.github.cmkverify.report.ConsoleReport;
import io.github.cmkverify.report.Exit;
import io.github.cmkverify.report.FailureText;
import io.github.cmkverify.report.Lines;
import io.github.cmkverify.report.OfflineText;
import io.github.cmkverify.report.RunReport;
import io.github.cmkverify.verify.Verifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** One run: asks, tells, and then stops the build if it must. */
final class Gate {
    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

    private final String version;
    private final Environment environment;
    private final Servers servers;
    private final Set<String> allowedHosts;
    private final List<HttpProxy> proxies;
    private final ConcurrentMap<String, Object> memory;
    private final Lines lines;

    /**
     * @param version of this plugin
     * @param environment what surrounds the build
     * @param servers credentials of settings.xml
     * @param allowedHosts hosts allowed from outside of the project
     * @param proxies of settings.xml
     * @param memory what the modules of this build share
     * @param lines the log
     */
    Gate(
            String version,
            Environment environment,
            Servers servers,
            Set<String> allowedHosts,
            List<HttpProxy> proxies,
            ConcurrentMap<String, Object> memory,
            Lines lines) {
        this.version = version;
        this.environment = environment;
        this.servers = servers;
        this.allowedHosts = allowedHosts;
        this.proxies = proxies;
        this.memory = memory;
        this.lines = lines;
    }

    /**
     * Verifies what is requested.
     *
     * @param request what
     * @param reports what to leave behind
     * @param offline what becomes of keys that nobody can be asked about; {@code null} where Maven is online
     * @throws InvalidInputsException if a host is not allowed; nothing was asked then
     * @throws MojoFailureException if a key failed
     * @throws MojoExecutionException if no key failed and some could not be verified, or a report cannot be written
     */
    void pass(Request request, Reports reports, @Nullable Offline offline)
            throws InvalidInputsException, MojoFailureException, MojoExecutionException {
        HttpSettings settings = new HttpSettings(
                request.requestTimeout(),
                allowedHosts,
                "cmk-maven-plugin/" + version,
                environment.clock(),
                memory,
                proxies);
        try (HttpDoor door = new HttpDoor(settings)) {
            BuildMemory shared = new BuildMemory(memory);
            LoadedProviders providers = new LoadedProviders(new ProviderContext(environment, door, servers, shared));
            check(request, providers);
            Instant start = environment.clock().instant();
            Verifier verifier = new Verifier(
                    providers,
                    shared,
                    environment.clock(),
                    (done, all) -> lines.info("Verified " + done + " of " + all + " keys so far"));
            List<Verdict> verdicts = request.maxAge().isZero()
                    ? verifier.verify(request.keys(), request.timeout())
                    : new Reuse(version, environment, servers, memory, lines)
                            .verify(request, providers, offline == null ? verifier : null);
            List<KeyReference> open = open(request, verdicts);
            if (offline == Offline.FAIL && !open.isEmpty()) {
                throw new MojoExecutionException(OfflineText.failure(open));
            }
            Instant end = environment.clock().instant();
            RunReport report = new RunReport(
                    version,
                    request.project(),
                    start,
                    end,
                    verdicts,
                    open.isEmpty() ? WaiverNotices.of(verdicts, end) : List.of(),
                    providers::remedies,
                    reports.origin());
            tell(request, report, reports, open);
        }
    }

    /** The keys of which a declaration has no verdict: what one expects, no other is judged by. */
    private static List<KeyReference> open(Request request, List<Verdict> verdicts) {
        Set<DeclaredKey> judged = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Verdict verdict : verdicts) {
            judged.add(verdict.key());
        }
        Set<KeyReference> open = new LinkedHashSet<>();
        for (DeclaredKey key : request.keys()) {
            if (!judged.contains(key)) {
                open.add(key.reference());
            }
        }
        return List.copyOf(open);
    }

    private static void check(Request request, LoadedProviders providers) throws InvalidInputsException {
        Set<KeyReference> checked = new LinkedHashSet<>();
        List<InvalidInputException> mistakes = new ArrayList<>();
        for (DeclaredKey key : request.keys()) {
            if (checked.add(key.reference())) {
                try {
                    providers.find(key.reference().provider()).orElseThrow().check(key.reference());
                } catch (InvalidInputException e) {
                    mistakes.add(e.in(key.where() + ":"));
                }
            }
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidInputsException(mistakes);
        }
    }

    private void tell(Request request, RunReport report, Reports reports, List<KeyReference> open)
            throws MojoFailureException, MojoExecutionException {
        synchronized (memory) { // of two modules at a time, one has its say first
            if (!report.verdicts().isEmpty()) {
                ConsoleReport.print(report, request.verbose(), lines);
            }
            if (!open.isEmpty()) {
                lines.warn(OfflineText.warning(open));
            }
        }
        Exit exit = Exit.of(report.verdicts());
        if (open.isEmpty()) { // a report is about all keys, or it could be taken for that
            Reports.summarise(environment.variable(STEP_SUMMARY), report, memory, lines);
            reports.write(request, report, exit != Exit.OK, memory, lines);
        }
        switch (exit) {
            case OK -> {}
            case ERROR -> throw new MojoExecutionException(FailureText.of(report));
            case FAILURE -> throw new MojoFailureException(FailureText.of(report));
        }
    }
}
