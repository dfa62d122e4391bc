package io.github.cmkverify.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The plugin that does nothing, and that no build publishes: written straight into a local repository. */
final class EmptyPlugin {
    static final String GROUP = "io.github.cmkverify.bench";
    static final String ARTIFACT = "empty-maven-plugin";

    private static final String VERSION = "1";
    private static final String CLASS =
            EmptyMojo.class.getName().replace('.', '/').concat(".class");

    private static final String POM = """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>%s</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
              <packaging>maven-plugin</packaging>
            </project>
            """.formatted(GROUP, ARTIFACT, VERSION);

    private static final String DESCRIPTOR = """
            <plugin>
              <groupId>%s</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
              <goalPrefix>empty</goalPrefix>
              <isolatedRealm>false</isolatedRealm>
              <inheritedByDefault>true</inheritedByDefault>
              <mojos>
                <mojo>
                  <goal>nothing</goal>
                  <phase>validate</phase>
                  <implementation>%s</implementation>
                  <language>java</language>
                  <instantiationStrategy>per-lookup</instantiationStrategy>
                  <executionStrategy>once-per-session</executionStrategy>
                  <threadSafe>true</threadSafe>
                </mojo>
              </mojos>
            </plugin>
            """.formatted(GROUP, ARTIFACT, VERSION, EmptyMojo.class.getName());

    private EmptyPlugin() {}

    static void install(Path repository) throws IOException {
        Path folder =
                repository.resolve(GROUP.replace('.', '/')).resolve(ARTIFACT).resolve(VERSION);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(ARTIFACT + "-" + VERSION + ".pom"), POM);
        try (OutputStream file = Files.newOutputStream(folder.resolve(ARTIFACT + "-" + VERSION + ".jar"));
                JarOutputStream jar = new JarOutputStream(file);
                InputStream mojo = EmptyMojo.class.getResourceAsStream("EmptyMojo.class")) {
            jar.putNextEntry(new ZipEntry("META-INF/maven/plugin.xml"));
            jar.write(DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new ZipEntry(CLASS));
            mojo.transferTo(jar);
        }
    }
}
