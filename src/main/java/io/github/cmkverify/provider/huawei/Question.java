package io.github.cmkverify.provider.huawei;

import io.github.cmkverify.http.Deadline;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.key.Evidence;
import io.github.cmkverify.provider.Evidences;
import java.util.ArrayList;
import java.util.List;

/**
 * One question about one key, with the evidence that it gathers.
 *
 * @param key the key
 * @param deadline no request outlives it
 * @param evidence the requests so far
 */
record Question(HuaweiKey key, Deadline deadline, List<Evidence> evidence) {
    Question(HuaweiKey key, Deadline deadline) {
        this(key, deadline, new ArrayList<>());
    }

    /** Adds a request that was made. */
    void made(String operation, HttpResult result, Credentials identity) {
        String requestId = result instanceof HttpAnswer answer ? AnswerReader.requestId(answer) : null;
        evidence.add(Evidences.of(result, operation, requestId, identity.shown()));
    }
}
