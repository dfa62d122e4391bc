package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.key.FindingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The site is whole: a page for each finding, every page in the menu, and no link that leads nowhere. */
class SiteTest {
    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Path RESOURCES = Path.of("src/site/resources");
    /** Written by the site's plugins. */
    private static final Set<String> GENERATED =
            Set.of("plugin-info.html", "verify-keys-mojo.html", "verify-references-mojo.html", "help-mojo.html");

    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern MENU_ITEM = Pattern.compile("<item [^>]*href=\"([^\"]+)\"");

    @ParameterizedTest
    @EnumSource
    void everyFindingHasItsPage(FindingId finding) throws IOException {
        String page = Files.readString(PAGES.resolve("findings/" + finding.id() + ".md"));
        String index = Files.readString(PAGES.resolve("findings/index.md"));
        assertAll(
                () -> assertTrue(page.startsWith("# " + finding.id() + "\n"), "title"),
                () -> assertTrue(page.contains("\n## How it is seen\n"), "how it is seen"),
                () -> assertTrue(page.contains("\n## How to cure it\n"), "how to cure it"),
                () -> assertTrue(page.contains("\n## How to tune it\n"), "how to tune it"),
                () -> assertTrue(
                        index.contains("[" + finding.id() + "](" + finding.id() + ".html) | "), "row of the index"));
    }

    @ParameterizedTest
    @EnumSource
    void theIndexTellsWhatTheRulesSay(FindingId finding) throws IOException {
        String row = Files.readAllLines(PAGES.resolve("findings/index.md")).stream()
                .filter(line -> line.startsWith("| [" + finding.id() + "]"))
                .findFirst()
                .orElseThrow();
        String accepted = finding.accepted().size() == 1
                ? "–"
                : finding.accepted().stream().map(severity -> severity.word()).collect(Collectors.joining(", "));
        assertTrue(row.contains("| " + finding.usual().word() + " | "), row);
        assertEquals(
                Set.of(accepted.split(", ", -1)),
                Set.of(row.split(" \\| ", -1)[3].strip().split(", ", -1)),
                row);
    }

    @Test
    void everyPageIsInTheMenuAndEveryMenuItemLeadsToAPage() throws IOException {
        Set<String> items = new TreeSet<>(found(MENU_ITEM, Files.readString(Path.of("src/site/site.xml"))));
        Set<String> pages = pages().map(page ->
                        PAGES.relativize(page).toString().replace('\\', '/').replaceFirst("\\.md$", ".html"))
                .collect(Collectors.toCollection(TreeSet::new));
        items.removeAll(GENERATED);
        assertEquals(pages, items);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noLinkLeadsNowhere(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : found(LINK, Files.readString(page))) {
            if (!link.startsWith("https://") && !exists(page, link.replaceFirst("#.*", ""))) {
                broken.add(link);
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyTestThatTriesAThreatIsThere() throws IOException {
        String page = Files.readString(PAGES.resolve("how-we-know.md"));
        Set<String> named = new TreeSet<>(found(Pattern.compile("`([A-Za-z]+Test)`"), page));
        assertTrue(named.size() > 10, named.toString());
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            sources.forEach(
                    source -> named.remove(source.getFileName().toString().replaceFirst("\\.java$", "")));
        }
        assertEquals(Set.of(), named);
    }

    @Test
    void noLinkOfTheReadmeLeadsNowhere() throws IOException {
        List<String> broken = found(LINK, Files.readString(Path.of("README.md"))).stream()
                .filter(link -> !link.startsWith("https://") && !link.startsWith("#"))
                .filter(link -> !Files.exists(Path.of(link.replaceFirst("#.*", ""))))
                .toList();
        assertEquals(List.of(), broken);
    }

    private static boolean exists(Path page, String link) {
        Path target = page.resolveSibling(link).normalize();
        Path source = target.resolveSibling(target.getFileName().toString().replaceFirst("\\.html$", ".md"));
        return link.isEmpty()
                || (link.endsWith(".html") && Files.exists(source))
                || Files.exists(RESOURCES.resolve(PAGES.relativize(target)))
                || GENERATED.contains(PAGES.relativize(target).toString());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    static Stream<Path> pages() {
        try (Stream<Path> all = Files.walk(PAGES)) {
            return all.filter(path -> path.toString().endsWith(".md")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
