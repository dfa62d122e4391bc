package io.github.cmkverify;

import io.github.cmkverify.declare.InvalidInputsException;
import io.github.cmkverify.declare.Parameters;
import io.github.cmkverify.declare.ReportPlace;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.declare.RequestReader;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the customer-managed keys of <code>-Dcmk.keys</code> and <code>-Dcmk.keysFile</code> alone, in any folder and
 * without a POM; stops if one of them is not usable, or if nobody could tell.
 */
@Mojo(name = "verify-references", requiresProject = false, threadSafe = true)
public class VerifyReferencesMojo extends AbstractVerifyMojo {
    /** Made by Maven. */
    @Inject
    public VerifyReferencesMojo(SettingsDecrypter decrypter, MavenSession session) {
        super(decrypter, session);
    }

    @Override
    Request read(RequestReader reader, Parameters parameters, ReportPlace reports) throws InvalidInputsException {
        return reader.ofReferences(parameters, reports);
    }

    @Override
    @Nullable PlexusConfiguration keys() {
        return null;
    }
}
