package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.Evidences;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests to the vault of a key (provider document azure, C).
 *
 * @param door the one way out
 * @param key what is asked about
 * @param deadline for all requests
 * @param evidence gets an entry for each
 */
record Vault(HttpDoor door, AzureKey key, Deadline deadline, List<Evidence> evidence) {
    /** Known to every vault, HSM and emulator. */
    private static final String VERSION = "?api-version=7.4";

    private static final String NOBODY = "no credentials yet";

    /** Asks without a token, to be told which one to show. */
    HttpResult challenge() {
        HttpResult result = door.send(
                new HttpCall(
                        "GET",
                        url("/keys/" + path()),
                        key.hosts(),
                        now -> Map.of("Accept", "application/json"),
                        new byte[0],
                        null,
                        answer -> ReplyRule.TRANSIENT.contains(answer.status())
                                ? Disposition.RETRY
                                : Disposition.UNCLEAR),
                deadline);
        evidence.add(Evidences.of(result, "GetKey", requestId(result), NOBODY));
        return result;
    }

    /** Asks for the key. */
    VaultAnswer key(AzureToken token, VaultAnswer.BodyReader reader) {
        return send("GetKey", "/keys/" + path(), token, reader);
    }

    /** Asks for the key among those that were deleted, which are known by their names. */
    VaultAnswer deletedKey(AzureToken token, VaultAnswer.BodyReader reader) {
        return send("GetDeletedKey", "/deletedkeys/" + key.name(), token, reader);
    }

    private VaultAnswer send(String operation, String path, AzureToken token, VaultAnswer.BodyReader reader) {
        HttpCall call = new HttpCall(
                "GET",
                url(path),
                key.hosts(),
                now -> Map.of("Authorization", "Bearer " + token.value().reveal(), "Accept", "application/json"),
                new byte[0],
                "azure " + token.shown() + " at " + key.vault(),
                answer -> VaultAnswer.of(answer, reader).disposition());
        HttpResult result = door.send(call, deadline);
        evidence.add(Evidences.of(result, operation, requestId(result), token.shown()));
        return result instanceof HttpAnswer answer
                ? VaultAnswer.of(answer, reader)
                : new VaultAnswer.Told(Doubts.of((HttpFailure) result), Disposition.UNCLEAR);
    }

    private String path() {
        return key.name() + (key.version() == null ? "" : "/" + key.version());
    }

    private String url(String path) {
        return key.vault() + path + VERSION;
    }

    private static @Nullable String requestId(HttpResult result) {
        return result instanceof HttpAnswer answer ? answer.header("x-ms-request-id") : null;
    }
}
