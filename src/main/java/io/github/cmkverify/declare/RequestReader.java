package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.Waiver;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** Makes one request of all that the POM and the command line say. */
public final class RequestReader {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration USUAL_REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final List<KeySyntax> syntaxes;
    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution run;
    private final ModuleWaivers waivers;
    private final boolean located;

    /**
     * @param syntaxes the providers' syntaxes, in the order in which they are to be named
     * @param session the build
     * @param project the module, or the stand-in that Maven makes where there is none
     * @param run what runs
     * @param today the date in UTC
     * @param json reads a file of waivers that is JSON
     */
    public RequestReader(
            List<KeySyntax> syntaxes,
            MavenSession session,
            MavenProject project,
            MojoExecution run,
            LocalDate today,
            JsonText json) {
        this(
                syntaxes,
                session,
                project,
                run,
                new ModuleWaivers(new WaiversReader(syntaxes, today), json, session, project, run),
                false);
    }

    private RequestReader(
            List<KeySyntax> syntaxes,
            MavenSession session,
            MavenProject project,
            MojoExecution run,
            ModuleWaivers waivers,
            boolean located) {
        this.syntaxes = List.copyOf(syntaxes);
        this.session = session;
        this.project = project;
        this.run = run;
        this.waivers = waivers;
        this.located = located;
    }

    /** A reader that looks for the lines where keys are declared, too. */
    public RequestReader located() {
        return new RequestReader(syntaxes, session, project, run, waivers, true);
    }

    /**
     * Reads a request for the keys of the module, to which the command line adds.
     *
     * @throws InvalidInputsException if anything is wrong, a key is lost in Maven's merge, or there is no key in any
     *     module although there should be
     */
    public Request ofModule(Parameters parameters, ReportPlace reports) throws InvalidInputsException {
        // A build of some modules (-pl, -rf) may lack those with the keys; a call for some modules is for their keys.
        List<MavenProject> modules = ModuleKeys.isCalled(run) ? session.getProjects() : session.getAllProjects();
        return read(parameters, reports, true, haveKeys(modules));
    }

    /** Whether this kind of run has keys to ask for in any module. A key that no run asks for is none of the build. */
    private boolean haveKeys(List<MavenProject> modules) {
        boolean called = ModuleKeys.isCalled(run);
        for (MavenProject module : modules) {
            EffectivePlugin plugin = EffectivePlugin.of(module, run.getGroupId() + ":" + run.getArtifactId(), called);
            if (called ? plugin.hasKeysInCall(run) : plugin.hasKeysWhereBound(run.getGoal())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a request for the references of the command line alone.
     *
     * @throws InvalidInputsException if anything is wrong, or there is no reference although there should be
     */
    public Request ofReferences(Parameters parameters, ReportPlace reports) throws InvalidInputsException {
        return read(parameters, reports, false, false);
    }

    private Request read(Parameters parameters, ReportPlace reports, boolean keysOfPom, boolean keysElsewhere)
            throws InvalidInputsException {
        Problems problems = new Problems();
        List<Waiver> handed = handed(parameters, keysOfPom, problems);
        Rules rules = rules(parameters, problems).with(handed);
        List<DeclaredKey> keys = keys(parameters, rules, keysOfPom, problems);
        Duration timeout = seconds("<timeout> (cmk.timeout)", parameters.timeout(), USUAL_TIMEOUT, problems);
        Duration requestTimeout = seconds(
                "<requestTimeout> (cmk.requestTimeout)", parameters.requestTimeout(), USUAL_REQUEST_TIMEOUT, problems);
        boolean failIfNoKeys = bool("<failIfNoKeys> (cmk.failIfNoKeys)", parameters.failIfNoKeys(), true, problems);
        boolean verbose = bool("<verbose> (cmk.verbose)", parameters.verbose(), false, problems);
        Duration maxAge = maxAge(parameters, problems);
        WaiverCheck.check(keys, syntaxes, problems);
        problems.throwIfAny();
        if (keys.isEmpty() && failIfNoKeys && !keysElsewhere) {
            problems.add(
                    new InvalidInputException(
                            "keys",
                            "",
                            "at least one key in the build, where a run of this goal asks for it, or cmk.failIfNoKeys=false where none is meant"));
            problems.throwIfAny();
        }
        return new Request(
                title(),
                KeyJoin.join(keys),
                timeout,
                requestTimeout,
                reports.folder(),
                reports.name(),
                verbose,
                maxAge);
    }

    private List<Waiver> handed(Parameters parameters, boolean keysOfPom, Problems problems) {
        try {
            return waivers.handed(parameters, keysOfPom);
        } catch (InvalidInputsException e) {
            problems.add(e);
            return List.of();
        }
    }

    private Rules rules(Parameters parameters, Problems problems) {
        PlexusConfiguration severities = parameters.severities();
        try {
            return RulesReader.read(
                    severities == null ? null : Node.of(severities).withTexts(Interpolation.ofRest(session, project)),
                    parameters.severityOverrides(),
                    parameters.expiryDays(),
                    "");
        } catch (InvalidInputsException e) {
            problems.add(e);
            return Rules.USUAL;
        }
    }

    private List<DeclaredKey> keys(Parameters parameters, Rules rules, boolean keysOfPom, Problems problems) {
        List<DeclaredKey> keys = new ArrayList<>();
        try {
            if (keysOfPom) {
                keys.addAll(new ModuleKeys(syntaxes, session, project, run, parameters, rules, waivers).read(located));
            }
        } catch (InvalidInputsException e) {
            problems.add(e);
        }
        try {
            keys.addAll(ofCommandLine(parameters, rules));
        } catch (InvalidInputsException e) {
            problems.add(e);
        }
        return keys;
    }

    private List<DeclaredKey> ofCommandLine(Parameters parameters, Rules rules) throws InvalidInputsException {
        ReferenceList references = new ReferenceList(syntaxes);
        Problems problems = new Problems();
        List<DeclaredKey> keys = new ArrayList<>();
        try {
            for (String text : CommandLineValues.of(parameters.references(), "cmk.keys", session, project)) {
                keys.addAll(references.text(text, rules));
            }
        } catch (InvalidInputsException e) {
            problems.add(e);
        }
        try {
            for (String file : CommandLineValues.of(parameters.keysFile(), "cmk.keysFile", session, project)) {
                keys.addAll(references.file(path(file), rules));
            }
        } catch (InvalidInputException e) {
            problems.add(e);
        } catch (InvalidInputsException e) {
            problems.add(e);
        }
        problems.throwIfAny();
        return keys;
    }

    private static Duration seconds(String where, @Nullable String written, Duration usual, Problems problems) {
        try {
            return Scalars.seconds(where, written, usual);
        } catch (InvalidInputException e) {
            problems.add(e);
            return usual;
        }
    }

    private static boolean bool(String where, @Nullable String written, boolean usual, Problems problems) {
        try {
            return Scalars.bool(where, written, usual);
        } catch (InvalidInputException e) {
            problems.add(e);
            return usual;
        }
    }

    private static Duration maxAge(Parameters parameters, Problems problems) {
        try {
            return Scalars.maxAge("<maxAge> (cmk.maxAge)", parameters.maxAge());
        } catch (InvalidInputException e) {
            problems.add(e);
            return Duration.ZERO;
        }
    }

    /** Relative to the folder of the POM that Maven was called with, or to the current one. */
    private Path path(String file) throws InvalidInputException {
        try {
            return Path.of(session.getExecutionRootDirectory()).resolve(file);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("cmk.keysFile", file, "a path");
        }
    }

    private @Nullable String title() {
        return project.getFile() == null
                ? null
                : project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion();
    }
}
