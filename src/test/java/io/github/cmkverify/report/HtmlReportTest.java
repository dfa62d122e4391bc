package io.github.cmkverify.report;

import static io.github.cmkverify.policy.Samples.HUAWEI;
import static io.github.cmkverify.policy.Samples.described;
import static io.github.cmkverify.policy.Samples.enabled;
import static io.github.cmkverify.policy.Samples.judge;
import static io.github.cmkverify.policy.Samples.key;
import static io.github.cmkverify.policy.Samples.undetermined;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.FindingId;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.key.Severity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

class HtmlReportTest {
    /** Standard and understood by browsers, but not yet by the validator. */
    private static final String UNKNOWN_TO_THE_VALIDATOR =
            "CSS: Unknown pseudo-element or pseudo-class “::details-content”.";

    private static final long STACK = 64L << 20;

    private static String verdict(RunReport run) {
        return Page.of(run).texts("h1").get(0);
    }

    private static List<String> errors(byte[] page) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        validator.setNoStream(true);
        // It compiles its schemas recursively, deeper than the stack of the tests may be.
        FutureTask<String> task = new FutureTask<>(() -> validator.validate(new ByteArrayInputStream(page)));
        new Thread(null, task, "validator", STACK).start();
        JsonNode result = new ObjectMapper().readTree(task.get());
        List<String> errors = new ArrayList<>();
        for (JsonNode message : result.get("messages")) {
            if (!message.get("type").asText().equals("info")) {
                errors.add(message.get("message").asText());
            }
        }
        return errors;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 60})
    void theValidatorOfTheWebFindsNoError(int keys) throws Exception {
        assertEquals(
                List.of(UNKNOWN_TO_THE_VALIDATOR),
                errors(Page.of(MixedRun.of(keys)).bytes()));
    }

    @Test
    void theValidatorSeesErrors() throws Exception {
        byte[] broken = "<!DOCTYPE html><html lang=\"en\"><title>t</title><p id=\"a\"></p><p id=\"a\"></p></html>"
                .getBytes(StandardCharsets.UTF_8);

        assertFalse(errors(broken).isEmpty());
    }

    @Test
    void theVerdictIsTheHeading() {
        assertEquals("The key passed", verdict(Runs.of(MixedRun.alike(1, 11))));
        assertEquals("All 12 keys passed", verdict(Runs.of(MixedRun.alike(12, 11))));
        assertEquals("No key failed, 3 of 3 keys have warnings", verdict(Runs.of(MixedRun.alike(3, 2))));
        assertEquals("1 of 1 key could not be verified", verdict(Runs.of(MixedRun.alike(1, 1))));
        assertEquals("4 of 12 keys failed, 1 could not be verified", verdict(MixedRun.of(12)));
    }

    @Test
    void nothingIsCalledPassedThatDidNotPass() {
        RunReport lowered = Runs.of(judge(
                key(HUAWEI, Map.of(FindingId.UNDETERMINED, Severity.WARN)),
                undetermined(HUAWEI, Cause.NOT_REACHED, null, "")));
        RunReport off = Runs.of(judge(
                key(HUAWEI, Map.of(FindingId.DISABLED, Severity.WARN)),
                described(HUAWEI, KeyFacts.of(KeyState.DISABLED, "3"))));

        assertEquals("No key was verified", verdict(Runs.of()));
        assertEquals("1 of 1 key could not be verified", verdict(lowered));
        assertEquals("No key failed, 1 of 1 key has warnings", verdict(off));
        assertEquals(
                List.of("0 failed", "0 undetermined", "1 warned", "0 passed"),
                Page.of(off).texts("li").subList(0, 4));
    }

    @Test
    void theWorstComeFirst() {
        assertEquals(
                List.of("What happens when", "Failed (4)", "Undetermined (1)", "Warned (1)", "Passed (6)"),
                Page.of(MixedRun.of(12)).texts("h2"));
    }

    @Test
    void everyKeyHasARowThatSaysItsVerdictInWords() {
        Page page = Page.of(MixedRun.of(12));

        assertEquals(12, page.classed("verdict").size());
        assertEquals("FAIL", page.classed("verdict").get(0));
        assertEquals("PASS", page.classed("verdict").get(11));
    }

    @Test
    void manyPassedKeysAreFolded() {
        assertFalse(Page.of(Runs.of(MixedRun.alike(20, 11))).texts("summary").contains("Show all 20"));
        assertEquals(
                "Show all 21",
                Page.of(Runs.of(MixedRun.alike(21, 11))).texts("summary").get(0));
    }

    @Test
    void eachCommandStandsAloneToBeCopied() {
        List<String> commands = Page.of(Runs.of(MixedRun.alike(1, 0))).texts("pre");

        assertEquals(List.of("huawei cancel-key-deletion", "huawei enable-key"), commands);
    }

    @Test
    void aFollowedKeyShowsItsSteps() {
        List<String> chain = Page.of(Runs.of(MixedRun.alike(1, 3))).classed("chain");

        assertEquals(1, chain.size());
        assertTrue(chain.get(0).startsWith("Databricks points to the key belowAWS arn:aws:kms:"), chain.get(0));
        assertTrue(chain.get(0).endsWith(" disabled"), chain.get(0));
        assertEquals(List.of(), Page.of(Runs.of(MixedRun.alike(1, 0))).classed("chain"));
    }

    @Test
    void theEvidenceIsThere() {
        String requests =
                Page.of(Runs.of(MixedRun.alike(1, 1))).classed("requests").get(0);

        for (String part : List.of(
                "DescribeKey → HTTP 403",
                "2026-11-22T12:00:00Z",
                "https://kms.huawei.example",
                "req-403",
                "access key AKTE…")) {
            assertTrue(requests.contains(part), part);
        }
    }

    @Test
    void severalModulesAreTwoRunsOnOnePage() {
        Page page =
                Page.of("g:all:1", Set.of(), List.of(MixedRun.of(12), Runs.of(judge(described(HUAWEI, enabled())))));

        assertEquals(
                "4 of 13 keys failed, 1 could not be verified", page.texts("h1").get(0));
        assertEquals("Module", page.texts("th").get(2));
        assertEquals(
                13,
                page.all("td").stream()
                        .filter(td -> td.getAttribute("data-label").equals("Module"))
                        .filter(td -> td.getTextContent().equals("g:a"))
                        .count());
    }

    @Test
    void whatIsNotOnThePageIsNamedInItsVerdict() {
        Page page = Page.of("g:all:1", Set.of("g:late"), List.of(Runs.of(MixedRun.alike(2, 11))));

        assertEquals(
                "All 2 keys passed; 1 module not on this page", page.texts("h1").get(0));
        assertEquals(List.of("Not on this page, so nothing is said of its keys: g:late"), page.classed("notices"));
    }

    @Test
    void aDateOfAKeyThatSeveralModulesDeclareIsToldOnce() {
        RunReport run = Runs.of(MixedRun.alike(1, 0));

        assertEquals(1, KeyDate.of(List.of(run, run)).size());
    }

    @Test
    void everyLinkLeadsToAPlaceOnThePageOrToTheOneOfAFinding() {
        Page page = Page.of(MixedRun.of(60));
        Set<String> places = new HashSet<>();
        page.all("*").forEach(element -> {
            String id = element.getAttribute("id");
            assertTrue(id.isEmpty() || places.add(id), id);
        });
        List<Element> links = page.all("a");
        Set<String> pages = Arrays.stream(FindingId.values()).map(Help::page).collect(Collectors.toSet());

        assertTrue(links.size() > 4);
        links.forEach(link -> assertTrue(
                places.contains(link.getAttribute("href").substring(1)) || pages.contains(link.getAttribute("href")),
                link.getAttribute("href")));
        assertTrue(links.stream().anyMatch(link -> pages.contains(link.getAttribute("href"))), "pages of findings");
    }

    @Test
    void nothingIsLoadedAndNothingRuns() throws Exception {
        Page page = Page.of(MixedRun.of(12));
        for (Element element : page.all("*")) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                String name = attributes.item(i).getNodeName();
                assertFalse(
                        name.startsWith("on")
                                || Set.of("src", "style", "srcset", "data").contains(name),
                        name);
            }
            assertFalse(Set.of("script", "link", "img", "iframe", "object", "form", "base")
                    .contains(element.getTagName()));
        }
        String style = page.texts("style").get(0);
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));

        assertFalse(style.contains("url(") || style.contains("@import"), style);
        assertEquals(
                "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" + digest + "'",
                page.all("meta").get(1).getAttribute("content"));
    }

    @Test
    void fiveHundredKeysAreAPageThatABrowserLikes() {
        Page page = Page.of(MixedRun.of(500));

        assertEquals(500, page.classed("verdict").size());
        assertTrue(page.bytes().length < 2_000_000, page.bytes().length + " bytes");
    }

    @Test
    void theSameRunIsTheSamePage() {
        assertArrayEquals(
                Page.of(MixedRun.of(60)).bytes(), Page.of(MixedRun.of(60)).bytes());
    }
}
