package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import java.util.Optional;

/** Reads answers of the identity service. */
enum IamAnswers implements ReplyRule {
    /** Answers to a login. */
    TOKEN(201, "token"),
    /** Answers to the question for projects. */
    PROJECTS(200, "projects");

    private final int status;
    private final String field;

    IamAnswers(int status, String field) {
        this.status = status;
        this.field = field;
    }

    @Override
    public Disposition judge(HttpAnswer answer) {
        try {
            read(answer);
            return Disposition.FINAL;
        } catch (UndeterminedException e) {
            Disposition disposition = failure(answer).disposition();
            // A login is not repeated on any 4xx, throttling included: each one may count against the user.
            boolean isFault = disposition == Disposition.RETRY && (answer.status() >= 500 || this != TOKEN);
            return isFault || disposition == Disposition.REFUSED ? disposition : Disposition.UNCLEAR;
        }
    }

    /**
     * The body of a success.
     *
     * @throws UndeterminedException if it is none
     */
    JsonNode read(HttpAnswer answer) throws UndeterminedException {
        Optional<JsonNode> body = json(answer).filter(json -> json.hasNonNull(field));
        if (answer.status() == status && body.isPresent()) {
            return body.get();
        }
        if (failure(answer).answer() instanceof KeyAnswer.Undetermined undetermined) {
            throw new UndeterminedException(undetermined);
        }
        throw new UndeterminedException(
                new KeyAnswer.Undetermined(Cause.STRANGE_ANSWER, null, "the identity service speaks of a key"));
    }

    private static Reading failure(HttpAnswer answer) {
        return ErrorReader.read(
                answer.status(), json(answer).flatMap(ServiceError::in), "not an answer of the identity service");
    }

    private static Optional<JsonNode> json(HttpAnswer answer) {
        try {
            return Optional.of(Json.read(answer.body()));
        } catch (StrangeJsonException e) {
            return Optional.empty();
        }
    }
}
