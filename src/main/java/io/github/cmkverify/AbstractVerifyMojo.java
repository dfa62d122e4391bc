package io.github.cmkverify;

import io.github.cmkverify.declare.InvalidInputsException;
import io.github.cmkverify.declare.Offline;
import io.github.cmkverify.declare.Parameters;
import io.github.cmkverify.declare.ReportPlace;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.declare.RequestReader;
import io.github.cmkverify.declare.Scalars;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.report.FailureText;
import io.github.cmkverify.report.OfflineText;
import io.github.cmkverify.report.ReportFormat;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What both goals have in common. Scalars are taken as text, so that they can be read strictly. */
@SuppressWarnings("NullAway.Init") // Maven sets the required fields before it calls execute()
abstract class AbstractVerifyMojo extends AbstractMojo {
    /**
     * Whether to verify nothing at all: <code>true</code> or <code>false</code>. The configuration is not even read
     * then; a report of an earlier run is deleted.
     */
    @Parameter(property = "cmk.skip", defaultValue = "false")
    private @Nullable String skip;

    /**
     * Key references between commas, for the command line alone. They are added to the keys of the POM, and may be
     * followed by options: <code>huawei://eu-de/PROJECT/KEY?endpoint=https://kms.example.org</code>.
     */
    @Parameter(property = "cmk.keys")
    private @Nullable String references;

    /**
     * A UTF-8 file with a key reference a line and <code>#</code> comments, for the command line alone; relative to the
     * folder of the POM that Maven was called with, or to the current one.
     */
    @Parameter(property = "cmk.keysFile")
    private @Nullable String keysFile;

    /** Whether it is an error that no module of the build declares a key: <code>true</code> or <code>false</code>. */
    @Parameter(property = "cmk.failIfNoKeys", defaultValue = "true")
    private @Nullable String failIfNoKeys;

    /**
     * What to do when Maven is offline (<code>mvn -o</code>) and no provider can be asked: <code>fail</code> stops the
     * build, <code>skip</code> lets it go on with a warning that names what was not verified. Answers that are young
     * enough for <code>maxAge</code> count.
     */
    @Parameter(property = "cmk.offline", defaultValue = "fail")
    private @Nullable String offline;

    /** Seconds for all keys of an execution together, retries included; 1 to 3600. */
    @Parameter(property = "cmk.timeout", defaultValue = "60")
    private @Nullable String timeout;

    /** Seconds for one request, of which a key may need several; 1 to 3600. */
    @Parameter(property = "cmk.requestTimeout", defaultValue = "10")
    private @Nullable String requestTimeout;

    /**
     * Seconds for which the facts of a key that passed are reused by later builds of the same user, and judged anew; 0
     * to 86400. 0 asks in every build. Not for release stages, nor where several users share a home folder.
     */
    @Parameter(property = "cmk.maxAge", defaultValue = "0")
    private @Nullable String maxAge;

    /**
     * How much each finding matters: an element a finding id, with <code>fail</code>, <code>warn</code>,
     * <code>ignore</code> or (for <code>undetermined</code>) <code>error</code> in it.
     */
    @Parameter
    private @Nullable PlexusConfiguration severities;

    /**
     * Severities for the command line alone, which win over those of the POM:
     * <code>expiring=fail,rotation-off=warn</code>.
     */
    @Parameter(property = "cmk.severities")
    private @Nullable String severityOverrides;

    /** Days before its end from which on a key is <code>expiring</code>; 0 to 3650. */
    @Parameter(property = "cmk.expiryDays", defaultValue = "30")
    private @Nullable String expiryDays;

    /**
     * Known exceptions, a <code>&lt;waiver&gt;</code> each: its <code>&lt;key&gt;</code> (a name or a reference), the
     * <code>&lt;finding&gt;</code> that warns where it would fail (<code>disabled</code>, <code>mismatch:alias</code>),
     * the last day that it holds as <code>&lt;until&gt;</code> (UTC, at most 365 days ahead), and the
     * <code>&lt;reason&gt;</code>.
     */
    @Parameter
    private @Nullable PlexusConfiguration waivers;

    /**
     * A file with more waivers, XML or JSON, that many projects may share; in a POM relative to the folder of the module,
     * on the command line to the folder of the POM that Maven was called with.
     */
    @Parameter(property = "cmk.waiversFile")
    private @Nullable String waiversFile;

    /**
     * Folder of the reports; <code>${project.build.directory}/cmk</code> unless it is set, and <code>target/cmk</code>
     * where there is no project.
     */
    @Parameter(property = "cmk.outputDirectory")
    private @Nullable String outputDirectory;

    /**
     * Formats of the reports, between commas: <code>json</code>, <code>junit</code>, <code>sarif</code>,
     * <code>html</code>. In a reactor of several modules, one that speaks for all of them lies at its root, too.
     */
    @Parameter(property = "cmk.reports", defaultValue = "json")
    private @Nullable String reports;

    /** Whether every key that passed has a line, however many they are: <code>true</code> or <code>false</code>. */
    @Parameter(property = "cmk.verbose", defaultValue = "false")
    private @Nullable String verbose;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    private final SettingsDecrypter decrypter;
    private final MavenSession session;

    AbstractVerifyMojo(SettingsDecrypter decrypter, MavenSession session) {
        this.decrypter = decrypter;
        this.session = session;
        if (!session.isOffline() && !"true".equals(session.getUserProperties().getProperty("cmk.skip"))) {
            // Here, because Maven has the parameters to set yet; of them, the version of the plugin is one.
            WarmUp.once(BuildData.of(session, "any"));
        }
    }

    /** Reads what this goal is asked to verify. */
    abstract Request read(RequestReader reader, Parameters parameters, ReportPlace reports)
            throws InvalidInputsException;

    /** {@code <keys>}, where the goal has it. */
    abstract @Nullable PlexusConfiguration keys();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            ReportPlace place = ReportPlace.of(outputDirectory, session, project, mojoExecution.getExecutionId());
            EarlierReports.delete(place, session.getStartTime().toInstant());
            // Also where none will be written: in a build of the root alone the one of all modules would lie about it.
            EarlierReports.deleteJoined(
                    ReportPlace.ofReactor(session), session.getStartTime().toInstant());
            if (Scalars.bool("<skip> (cmk.skip)", skip, false)) {
                getLog().info("Verification of keys is skipped (cmk.skip)");
                return;
            }
            Offline whenOffline = Offline.read(offline);
            Set<ReportFormat> formats = formats();
            RequestReader reader = new RequestReader(
                    KnownProvider.syntaxes(),
                    session,
                    project,
                    mojoExecution,
                    LocalDate.now(Surroundings.environment().clock()),
                    JsonFiles::read);
            Request request =
                    read(formats.contains(ReportFormat.SARIF) ? reader.located() : reader, parameters(), place);
            if (request.keys().isEmpty()) {
                getLog().info("No keys are declared here");
                return;
            }
            if (session.isOffline() && request.maxAge().isZero()) {
                nobodyAsked(request.keys().size(), whenOffline);
                return;
            }
            QuietSdk.hideTokens();
            gate().pass(
                            request,
                            Reports.of(formats, session, project, mojoExecution),
                            session.isOffline() ? whenOffline : null);
        } catch (InvalidInputException e) {
            throw new MojoExecutionException(FailureText.of(e));
        } catch (InvalidInputsException e) {
            throw new MojoExecutionException(FailureText.of(e.all()));
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "A report of an earlier run cannot be deleted, and would show what nobody verified: " + e, e);
        }
    }

    private void nobodyAsked(int keys, Offline whenOffline) throws MojoExecutionException {
        switch (whenOffline) {
            case FAIL -> throw new MojoExecutionException(OfflineText.failure(keys));
            case SKIP -> getLog().warn(OfflineText.warning(keys));
        }
    }

    private Set<ReportFormat> formats() throws InvalidInputException {
        Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
        for (String id : Scalars.words("<reports> (cmk.reports)", reports, ReportFormat.ids(), "json")) {
            formats.add(ReportFormat.of(id).orElseThrow());
        }
        return formats;
    }

    private Gate gate() throws InvalidInputException {
        Environment environment = Surroundings.environment();
        String version = mojoExecution.getVersion();
        return new Gate(
                version,
                environment,
                new SettingsServers(session.getSettings(), decrypter),
                Surroundings.allowedHosts(environment, session.getSettings()),
                SettingsProxies.of(session.getSettings(), decrypter),
                BuildData.of(session, version),
                new LogLines(getLog()));
    }

    private Parameters parameters() {
        return new Parameters(
                keys(),
                references,
                keysFile,
                failIfNoKeys,
                timeout,
                requestTimeout,
                severities,
                severityOverrides,
                expiryDays,
                verbose,
                waivers,
                waiversFile,
                maxAge);
    }
}
