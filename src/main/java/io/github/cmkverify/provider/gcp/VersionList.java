package io.github.cmkverify.provider.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All versions of a key, page by page. Half a list is no list. */
final class VersionList {
    /** A key that is rotated every day has no more in 27 years. */
    private static final int MOST_PAGES = 100;

    private VersionList() {}

    /**
     * Lists them.
     *
     * @throws AnsweredException if not all of them could be had
     */
    static List<KeyVersion> of(GcpKey key, Questions questions) throws AnsweredException {
        Map<String, KeyVersion> versions = new LinkedHashMap<>();
        Set<String> tokens = new HashSet<>();
        String more = "?pageSize=100";
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode answer = questions.ask("ListCryptoKeyVersions", key.name(), "/cryptoKeyVersions" + more);
            String next;
            try {
                next = read(key, Fields.of(answer, "the list"), versions);
            } catch (StrangeJsonException e) {
                throw Questions.strange(e);
            }
            if (next == null) {
                return List.copyOf(versions.values());
            }
            if (!tokens.add(next)) {
                throw new AnsweredException(Cause.STRANGE_ANSWER, "the list of versions runs in a circle");
            }
            more = "?pageSize=100&pageToken=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
        throw new AnsweredException(Cause.STRANGE_ANSWER, "the list of versions has no end");
    }

    private static @Nullable String read(GcpKey key, Fields page, Map<String, KeyVersion> versions)
            throws StrangeJsonException, AnsweredException {
        for (JsonNode element : page.elements("cryptoKeyVersions")) {
            KeyVersion version = KeyVersion.read(key, Fields.of(element, "a version"));
            if (versions.put(version.number(), version) != null) {
                throw new StrangeJsonException("version " + version.number() + " twice");
            }
        }
        String next = page.whole("nextPageToken");
        JsonNode total = page.object().path("totalSize");
        boolean isLast = next == null || next.isEmpty();
        if (isLast && !total.isMissingNode() && total.asInt(-1) != versions.size()) {
            throw new StrangeJsonException("a list of " + versions.size() + " versions that says it has others");
        }
        return isLast ? null : next;
    }
}
