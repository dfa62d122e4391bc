package io.github.cmkverify.bench;

import io.github.cmkverify.http.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who takes part: what every build pays, what people pay already, and the gate in all its kinds. */
final class Contest {
    static final String EMPTY = "empty goal";
    static final String ENFORCER = "maven-enforcer, alwaysPass";

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final Settings settings;
    private final List<Contestant> all = new ArrayList<>();

    /**
     * @param maven the Maven to run, as a home folder
     * @param repository the local repository with the plugin in it
     * @param repositoryOfThisBuild where everything else comes from
     * @param folder for projects and logs
     * @param version of the plugin
     * @param enforcerVersion of the plugin to compare with
     */
    record Settings(
            Path maven,
            Path repository,
            Path repositoryOfThisBuild,
            Path folder,
            String version,
            String enforcerVersion) {}

    private Contest(Settings settings) {
        this.settings = settings;
    }

    static List<Contestant> contestants(Settings settings) throws IOException {
        Contest contest = new Contest(settings);
        contest.others();
        contest.oneKey("http", "", null);
        TestCertificates certificates = new TestCertificates("127.0.0.1");
        Path trust = settings.folder().resolve("trust.jks");
        TrustStore.write(certificates, trust);
        contest.oneKey("https", "-Djavax.net.ssl.trustStore=" + trust, certificates);
        contest.manyKeys(100);
        contest.manyKeys(1000);
        contest.commandLine();
        return contest.all;
    }

    private void others() throws IOException {
        String empty = plugin(EmptyPlugin.GROUP, EmptyPlugin.ARTIFACT, "1", "nothing", "");
        all.add(new Contestant(EMPTY, maven("empty", empty), Map.of(), 0, 0, null));
        String enforcer = plugin(
                "org.apache.maven.plugins",
                "maven-enforcer-plugin",
                settings.enforcerVersion(),
                "enforce",
                "<rules><alwaysPass/></rules>");
        all.add(new Contestant(ENFORCER, maven("enforcer", enforcer), Map.of(), 0, 0, null));
    }

    private void oneKey(String scheme, String options, @Nullable TestCertificates certificates) throws IOException {
        String huawei = "<huawei><region>eu-de</region><projectId>" + Clouds.PROJECT + "</projectId><keyId>"
                + Clouds.id(0) + "</keyId><endpoint>${cloud}</endpoint></huawei>";
        String databricks = "<databricks><accountId>" + Clouds.ACCOUNT + "</accountId><keyId>" + Clouds.id(0)
                + "</keyId><host>${cloud}</host></databricks>";
        String aws = "<aws><keyId>" + Clouds.arn(0) + "</keyId></aws>";
        gate("Huawei, " + scheme, huawei, 1, 0, environment(options), certificates);
        gate("Databricks to AWS, " + scheme, databricks, 1, 0, environment(options), certificates);
        gate("AWS, " + scheme, aws, 1, 0, environment(options), certificates);
        Map<String, String> profile = environment(options);
        profile.keySet().removeAll(List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));
        Path file = settings.folder().resolve("credentials");
        Files.writeString(file, "[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = " + SECRET + "\n");
        profile.put("AWS_SHARED_CREDENTIALS_FILE", file.toString());
        gate("AWS with a profile, " + scheme, aws, 1, 0, profile, certificates);
    }

    private void manyKeys(int number) throws IOException {
        String keys = IntStream.range(0, number)
                .mapToObj(key -> "<key>" + Clouds.arn(key) + "</key>")
                .collect(Collectors.joining());
        gate(number + " AWS keys, 20 ms each", keys, number, 20, environment(""), null);
    }

    private void commandLine() {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(java.io.File.pathSeparator, -1)) {
            Path aws = Path.of(folder, "aws");
            if (Files.isExecutable(aws)) {
                List<String> command = new ArrayList<>(List.of(aws.toString(), "kms", "describe-key"));
                command.addAll(List.of("--region", "us-west-2", "--endpoint-url", "CLOUD"));
                command.addAll(List.of("--key-id", Clouds.arn(0)));
                all.add(new Contestant("aws kms describe-key, http", command, environment(""), 1, 0, null));
                return;
            }
        }
    }

    private void gate(
            String name,
            String keys,
            int number,
            int latency,
            Map<String, String> environment,
            @Nullable TestCertificates certificates)
            throws IOException {
        String plugin = plugin(
                "io.github.cmkverify",
                "cmk-maven-plugin",
                settings.version(),
                "verify-keys",
                "<keys>" + keys + "</keys>");
        List<String> command = new ArrayList<>(maven("gate-" + all.size(), plugin));
        command.add("-Dcloud=CLOUD");
        all.add(new Contestant(name, command, environment, number, latency, certificates));
    }

    private static Map<String, String> environment(String options) {
        return new HashMap<>(Map.of(
                "MAVEN_OPTS", options,
                "AWS_ENDPOINT_URL_KMS", "CLOUD",
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", SECRET,
                "DATABRICKS_CLIENT_ID", "demo-client",
                "DATABRICKS_CLIENT_SECRET", "demo-secret",
                "HUAWEICLOUD_SDK_AK", "AKTEST",
                "HUAWEICLOUD_SDK_SK", "SKTEST"));
    }

    private static String plugin(String group, String artifact, String version, String goal, String configuration) {
        return """
                <plugin>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <executions>
                    <execution>
                      <phase>validate</phase>
                      <goals>
                        <goal>%s</goal>
                      </goals>
                    </execution>
                  </executions>
                  <configuration>%s</configuration>
                </plugin>
                """.formatted(group, artifact, version, goal, configuration);
    }

    /** Writes a project, and says how to build it. */
    private List<String> maven(String project, String plugin) throws IOException {
        Path folder = Files.createDirectories(settings.folder().resolve(project));
        Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.github.cmkverify.bench</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                %s
                    </plugins>
                  </build>
                </project>
                """.formatted(project, plugin));
        Path mirror = settings.folder().resolve("settings.xml");
        Files.writeString(mirror, """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>of-this-build</id>
                      <url>%s</url>
                      <mirrorOf>external:*</mirrorOf>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(settings.repositoryOfThisBuild().toUri()));
        return List.of(
                settings.maven().resolve("bin").resolve("mvn").toString(),
                "-B",
                "-s",
                mirror.toString(),
                "-Dmaven.repo.local=" + settings.repository(),
                "-f",
                folder.toString(),
                "validate");
    }
}
