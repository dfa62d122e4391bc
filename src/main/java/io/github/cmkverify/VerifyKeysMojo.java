package io.github.cmkverify;

import io.github.cmkverify.declare.InvalidInputsException;
import io.github.cmkverify.declare.Parameters;
import io.github.cmkverify.declare.ReportPlace;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.declare.RequestReader;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the customer-managed keys that the POM declares, and those of <code>-Dcmk.keys</code>; stops the build if
 * one of them is not usable, or if nobody could tell.
 */
@Mojo(name = "verify-keys", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public class VerifyKeysMojo extends AbstractVerifyMojo {
    /**
     * The keys: an element a key, named after its provider with its ids inside, or <code>&lt;key&gt;</code> with a key
     * reference as its text. Each may have <code>&lt;name&gt;</code>, <code>&lt;serverId&gt;</code> and
     * <code>&lt;expect&gt;</code>.
     */
    @Parameter
    private @Nullable PlexusConfiguration keys;

    /** Made by Maven. */
    @Inject
    public VerifyKeysMojo(SettingsDecrypter decrypter, MavenSession session) {
        super(decrypter, session);
    }

    @Override
    Request read(RequestReader reader, Parameters parameters, ReportPlace reports) throws InvalidInputsException {
        Request request = reader.ofModule(parameters, reports);
        keys = null; // with ten thousand keys, megabytes that nobody needs while they are asked
        return request;
    }

    @Override
    @Nullable PlexusConfiguration keys() {
        return keys;
    }
}
