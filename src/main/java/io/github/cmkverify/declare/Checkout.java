package io.github.cmkverify.declare;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;

/** The folder that a code host tells the places of files from. */
public final class Checkout {
    private Checkout() {}

    /** The folder with {@code .git} that the build lies in, or else the root folder of the build. */
    public static Path root(MavenSession session) {
        File multiModule = session.getRequest().getMultiModuleProjectDirectory();
        Path root = (multiModule == null ? new File(session.getExecutionRootDirectory()) : multiModule)
                .toPath()
                .toAbsolutePath()
                .normalize();
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return root;
    }
}
