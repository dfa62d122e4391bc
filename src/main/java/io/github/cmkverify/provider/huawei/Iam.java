package io.github.cmkverify.provider.huawei;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.HttpCall;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpFailure;
import io.github.cmkverify.http.HttpResult;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.provider.Doubts;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.provider.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the identity service is asked: a token for a user, the project of a region. Each once a build. */
final class Iam {
    /** Shorter than any token that the service gives. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String TOKEN = "token";
    private static final String PROJECT = "project";

    private final HttpDoor door;
    private final Clock clock;
    private final Remembered remembered;

    Iam(ProviderContext context) {
        door = context.door();
        clock = context.environment().clock();
        remembered = new Remembered(context.memory(), clock);
    }

    /**
     * The project that has exactly the name of the region (provider document huawei, 4.2).
     *
     * @throws UndeterminedException if there is none, or it could not be found out
     */
    String project(Question question, ServiceEndpoint iam, Usable credentials) throws UndeterminedException {
        String region = question.key().region();
        String memory = String.join(" ", "huawei project", iam.url().toString(), credentials.fingerprint(), region);
        return value(
                remembered.once(memory, question.deadline(), () -> {
                    HttpCall call = Request.projects(iam, region).by(credentials, IamAnswers.PROJECTS);
                    HttpAnswer answer = send(question, "ListProjects", call, credentials);
                    String id = onlyProject(IamAnswers.PROJECTS.read(answer).path("projects"), region);
                    return new Remembered.Found(Map.of(PROJECT, id), null);
                }),
                PROJECT);
    }

    /**
     * A token for a user or an id token, for the key's project or, where it is not known, that of its region (provider document
     * huawei, 4.1).
     *
     * @throws UndeterminedException if there is none
     */
    Token token(Question question, ServiceEndpoint iam, TokenLogin login, @Nullable String projectId)
            throws UndeterminedException {
        Scope scope = projectId == null ? new Scope(NAME, question.key().region()) : new Scope(ID, projectId);
        String memory = String.join(" ", "huawei token", iam.url().toString(), login.fingerprint(), scope.value());
        Map<String, String> kept = remembered.once(memory, question.deadline(), () -> {
            HttpCall call = login.tokenRequest(iam, scope).by(login, IamAnswers.TOKEN);
            return found(send(question, "CreateToken", call, login));
        });
        String project = kept.get(PROJECT);
        return new Token(
                login.shown(),
                new Secret(value(kept, TOKEN)),
                project == null ? null : new NamedProject("the answer to the login", project));
    }

    private HttpAnswer send(Question question, String operation, HttpCall call, Credentials identity)
            throws UndeterminedException {
        HttpResult result = door.send(call, question.deadline());
        question.made(operation, result, identity);
        if (result instanceof HttpFailure failure) {
            throw new UndeterminedException(Doubts.of(failure));
        }
        return (HttpAnswer) result;
    }

    private Remembered.Found found(HttpAnswer answer) throws UndeterminedException {
        JsonNode token = IamAnswers.TOKEN.read(answer).path(TOKEN);
        String value = answer.header("X-Subject-Token");
        if (value == null || value.isBlank()) {
            throw strange("a login without X-Subject-Token");
        }
        Map<String, String> values = new HashMap<>(Map.of(TOKEN, value));
        String project = token.path(PROJECT).path(ID).asText("");
        if (NamedProject.isId(project)) {
            values.put(PROJECT, project);
        }
        return new Remembered.Found(values, end(token.path("expires_at").asText("")));
    }

    private Instant end(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException e) {
            return clock.instant().plus(TOKEN_LIFE);
        }
    }

    private static String onlyProject(JsonNode projects, String region) throws UndeterminedException {
        List<String> ids = new ArrayList<>();
        for (JsonNode project : projects) {
            if (project.path(NAME).asText("").equals(region)) {
                ids.add(project.path(ID).asText(""));
            }
        }
        if (ids.size() != 1) {
            throw new UndeterminedException(new KeyAnswer.Undetermined(
                    Cause.POINTS_NOWHERE,
                    null,
                    ids.size() + " projects are named " + region
                            + " where exactly one should be; declare <projectId>"));
        }
        if (!NamedProject.isId(ids.get(0))) {
            throw strange("a project whose id is not 32 hexadecimal digits");
        }
        return ids.get(0);
    }

    private static String value(Map<String, String> kept, String name) throws UndeterminedException {
        String value = kept.get(name);
        if (value == null) {
            throw strange("nothing was kept of an earlier answer");
        }
        return value;
    }

    private static UndeterminedException strange(String said) {
        return new UndeterminedException(new KeyAnswer.Undetermined(Cause.STRANGE_ANSWER, null, said));
    }
}
