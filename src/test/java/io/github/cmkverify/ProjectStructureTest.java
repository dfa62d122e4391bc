package io.github.cmkverify;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house that a compiler does not know. */
class ProjectStructureTest {
    private static final String BASE = "io.github.cmkverify";

    /** Which rooms a room may use. A room that is not in here does not exist. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("declare", Set.of("key")),
            Map.entry("key", Set.of()),
            Map.entry("provider", Set.of("key", "http")),
            Map.entry("provider.aws", Set.of("provider", "key", "http")),
            Map.entry("provider.azure", Set.of("provider", "key", "http")),
            Map.entry("provider.databricks", Set.of("provider", "key", "http")),
            Map.entry("provider.gcp", Set.of("provider", "key", "http")),
            Map.entry("provider.huawei", Set.of("provider", "key", "http")),
            Map.entry("provider.vault", Set.of("provider", "key", "http")),
            Map.entry("http", Set.of()),
            Map.entry("policy", Set.of("key")),
            Map.entry("verify", Set.of("provider", "policy", "key")),
            Map.entry("report", Set.of("policy", "key")));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage(BASE + "..");

    static Set<String> rooms() {
        return ROOMS.keySet();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyTheRoomsThatItMay(String room) {
        String[] open = Stream.concat(Stream.of(room), ROOMS.getOrDefault(room, Set.of()).stream())
                .map(name -> BASE + "." + name)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(BASE + "." + room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(open).or(not(OURS)))
                .check(MAIN);
    }

    @Test
    void everyPackageIsARoom() {
        Set<String> packages = MAIN.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(BASE))
                .map(name -> name.substring(BASE.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ROOMS.keySet()), packages);
    }

    @ParameterizedTest
    @MethodSource("roomFolders")
    void aRoomHasACaptionOfOneSentence(Path folder) throws IOException {
        String info = Files.readString(folder.resolve("package-info.java"));
        Matcher caption = Pattern.compile("^/\\*\\*(.+?)\\*/", Pattern.DOTALL).matcher(info);
        assertTrue(caption.find(), info);
        String sentence = caption.group(1).replaceAll("\\s+\\*?\\s*", " ").strip();
        assertTrue(sentence.endsWith(".") && !sentence.contains(". "), sentence);
        assertTrue(info.contains("@NullMarked"), info);
    }

    static List<Path> roomFolders() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/cmkverify"))) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    @Test
    void thereIsNoOtherWayOutThanHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".http")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "okhttp3..",
                                "java.net.http..",
                                "java.nio.channels..",
                                "javax.net..",
                                "java.rmi..",
                                "javax.naming..",
                                "sun..",
                                "com.sun..")
                        .or(namedIn(
                                "java.net.URL",
                                "java.net.URLConnection",
                                "java.net.HttpURLConnection",
                                "java.net.Socket",
                                "java.net.ServerSocket",
                                "java.net.DatagramSocket",
                                "java.net.InetAddress"))
                        // Parts of the vendors' libraries that would open connections of their own.
                        .or(resideInAnyPackage(
                                "software.amazon.awssdk.http.urlconnection..",
                                "software.amazon.awssdk.http.apache..",
                                "software.amazon.awssdk.http.nio..",
                                "software.amazon.awssdk.http.crt..",
                                "com.google.api.client.http.javanet..",
                                "com.google.auth.mtls..")))
                .check(MAIN);
    }

    /** The Azure CLI gives out its tokens in no other way than by being run. */
    @Test
    void noProgramIsRunButTheAzureCli() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".provider.azure.AzureCli")
                .should()
                .dependOnClassesThat(namedIn("java.lang.ProcessBuilder", "java.lang.Runtime"))
                .check(MAIN);
    }

    /** What is read becomes trees and texts; nothing in it names a class, or a program to be run. */
    @Test
    void nothingThatIsReadBecomesAnObjectOfItsOwnChoice() {
        noClasses()
                .should()
                .dependOnClassesThat(namedIn(
                                "java.io.ObjectInputStream",
                                "java.beans.XMLDecoder",
                                "com.fasterxml.jackson.databind.ObjectMapper")
                        .or(resideInAnyPackage(
                                "javax.script..",
                                "com.fasterxml.jackson.databind.jsontype..",
                                "com.thoughtworks.xstream..",
                                "org.yaml.snakeyaml..")))
                .check(MAIN);
    }

    @Test
    void whatWeTalkAboutAndTheJudgementNeedTheJdkAlone() {
        classes()
                .that()
                .resideInAnyPackage(BASE + ".key", BASE + ".policy")
                .should()
                .onlyDependOnClassesThat(
                        OURS.or(resideInAnyPackage("java.lang..", "java.util..", "java.time..", "org.jspecify..")))
                .check(MAIN);
    }

    @Test
    void jsonIsReadBehindTheOneReader() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".http", BASE + ".report")
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson..")
                        .and(not(resideInAPackage("com.fasterxml.jackson.databind.node")))
                        .and(not(namedIn("com.fasterxml.jackson.databind.JsonNode"))))
                .check(MAIN);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that().areStatic().should().beFinal().check(MAIN);
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .notHaveRawType(DescribedPredicate.describe(
                        "a type that is made to be changed",
                        type -> type.isArray()
                                || (type.getPackageName().startsWith("java.util.concurrent") && !type.isEnum())
                                || type.isAssignableTo(java.util.AbstractCollection.class)
                                || type.isAssignableTo(java.util.AbstractMap.class)
                                || type.isAssignableTo(ThreadLocal.class)
                                || type.isAssignableTo(Random.class)
                                || type.isAssignableTo(Appendable.class)))
                .check(MAIN);
    }

    @Test
    void onlyTheLogSpeaks() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
    }

    @Test
    void theSurroundingsAreGatheredInTheRootAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE)
                .should()
                .callMethodWhere(startsWith(
                        "java.lang.System.getenv(",
                        "java.lang.System.getProperty(",
                        "java.lang.System.getProperties(",
                        "java.lang.System.currentTimeMillis(",
                        "java.time.Instant.now()",
                        "java.time.Clock.system"))
                .check(MAIN);
        noClasses()
                .should()
                .callMethodWhere(startsWith("java.lang.System.exit("))
                .check(MAIN);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".QuietSdk")
                .should()
                .callMethodWhere(startsWith("java.lang.System.setProperty("))
                .check(MAIN);
    }

    @Test
    void theTopLevelIsShort() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            Set<String> names = files.map(Path::toString)
                    .filter(name -> !name.startsWith(".") && !name.equals("target"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(Set.of("pom.xml", "src", "it", "README.md", "LICENSE")), names);
        }
    }

    @Test
    void filesAreShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Integer> lengths = files.filter(Files::isRegularFile)
                    .map(ProjectStructureTest::lines)
                    .map(Collection::size)
                    .sorted()
                    .toList();
            assertTrue(lengths.get(lengths.size() / 2) < 80, lengths.toString());
            assertTrue(lengths.get(lengths.size() - 1) <= 300, lengths.toString());
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> namedIn(String... names) {
        return DescribedPredicate.describe(
                "are " + List.of(names), type -> List.of(names).contains(type.getName()));
    }

    private static DescribedPredicate<JavaMethodCall> startsWith(String... signatures) {
        return DescribedPredicate.describe(
                "of " + List.of(signatures),
                call -> Stream.of(signatures).anyMatch(call.getTarget().getFullName()::startsWith));
    }
}
