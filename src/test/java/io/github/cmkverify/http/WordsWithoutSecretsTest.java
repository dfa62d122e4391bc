package io.github.cmkverify.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** What values of this package say of themselves, in a log or a stack trace. */
class WordsWithoutSecretsTest {
    @Test
    void anAnswerTellsItsStatus() {
        Trace trace = new Trace("https://host", 1, Instant.EPOCH, false);
        byte[] body = Doors.SECRET.getBytes(StandardCharsets.UTF_8);
        assertEquals("HTTP 404", new HttpAnswer(404, Map.of("x-token", Doors.SECRET), body, trace).toString());
    }

    @Test
    void aCallTellsItsMethod() {
        assertEquals("GET (a request)", Doors.get("https://host/").toString());
    }

    @Test
    void aTargetTellsItsEndpoint() {
        HttpUrl url = HttpUrl.get("https://user:" + Doors.SECRET + "@host:8443/path?token=" + Doors.SECRET);
        assertEquals("https://host:8443", new Target(url, true).toString());
    }

    @Test
    void settingsDoNotTellWhatABuildRemembers() {
        ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>(Map.of("token", Doors.SECRET));
        assertEquals(
                "HttpSettings[requestTimeout=PT1M, allowedHosts=[], proxies=[]]",
                Doors.settings(Doors.AMPLE, memory, List.of()).toString());
    }
}
