package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Evidences;
import io.github.cmkverify.provider.KeptEvidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for the list of a project's keys, page by page, once. */
final class Listing {
    /** What is kept of a key: its description, as text. */
    static final String INFO = "info";

    /** What is kept of a key: the evidence of the request that told it. */
    static final String TOLD = "told";

    /** Keys of a page; up to 2,000 are documented (provider document huawei, 5). */
    private static final int LIMIT = 1000;

    private final HttpDoor door;
    private final ServiceEndpoint kms;
    private final String projectId;
    private final Usable credentials;
    private final Map<String, Map<String, Object>> keys = new HashMap<>();
    private final Set<String> doubled = new HashSet<>();
    private final Set<String> markers = new HashSet<>();
    private KeyAnswer.@Nullable Undetermined refusal;
    private @Nullable Evidence refused;

    Listing(HttpDoor door, ServiceEndpoint kms, String projectId, Usable credentials) {
        this.door = door;
        this.kms = kms;
        this.projectId = projectId;
        this.credentials = credentials;
    }

    /**
     * The keys that are shown once, by their ids; what the pages before a fault showed, stands.
     *
     * @param pages no more of them are asked for
     */
    Map<String, Map<String, Object>> ask(Deadline deadline, int pages) {
        Optional<ListPage> page = page(null, deadline);
        for (int asked = 1; page.isPresent() && asked < pages; asked++) {
            String marker = page.get().next();
            if (marker == null || !markers.add(marker)) {
                break;
            }
            page = page(marker, deadline);
        }
        keys.keySet().removeAll(doubled);
        return keys;
    }

    /**
     * Says so if the service did not accept who asked; that somebody may not list is nothing to tell.
     *
     * @param question gets the evidence then
     */
    void complainIn(Question question) throws UndeterminedException {
        if (refusal != null && refused != null) {
            question.evidence().add(refused);
            throw new UndeterminedException(refusal);
        }
    }

    private Optional<ListPage> page(@Nullable String marker, Deadline deadline) {
        Request request = Request.listKeys(kms, projectId, LIMIT, marker);
        HttpResult result = door.send(
                request.by(credentials, answer -> ListPage.reading(answer).disposition()), deadline);
        if (!(result instanceof HttpAnswer answer)) {
            return Optional.empty();
        }
        Evidence told = Evidences.of(result, "ListKeys", AnswerReader.requestId(answer), credentials.shown());
        Optional<ListPage> page = ListPage.read(answer);
        Reading reading = ListPage.reading(answer);
        if (reading.disposition() == Disposition.REFUSED && reading.answer() instanceof KeyAnswer.Undetermined doubt) {
            refusal = doubt;
            refused = told;
        }
        page.ifPresent(shown -> keep(shown, KeptEvidence.keep(told)));
        return page;
    }

    private void keep(ListPage page, Map<String, Object> told) {
        for (JsonNode info : page.keys()) {
            String id = info.path("key_id").asText();
            if (keys.put(id, Map.of(INFO, info.toString(), TOLD, told)) != null) {
                doubled.add(id);
            }
        }
    }
}
