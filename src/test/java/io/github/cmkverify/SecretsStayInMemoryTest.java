package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.AzureSim;
import io.github.cmkverify.sim.GcpSim;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No credential is in a log, an exception or a file, as it is or encoded, even where a server says it back to us. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class SecretsStayInMemoryTest {
    private static final List<String> SECRETS = List.of(
            AttackedGate.HUAWEI_PASSWORD,
            "token-of-user",
            AwsSim.SECRET,
            "demo-secret",
            "sim-token-1",
            GcpSim.TOKEN,
            AzureSim.SECRET,
            "eyJ.http",
            AttackedGate.VAULT_SECRET,
            "hvs.sim-1");

    @TempDir
    Path folder;

    /** How a secret may look on its way. */
    private static List<String> forms(String secret) {
        List<String> forms = new ArrayList<>(List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8)));
        for (String text : List.of(secret, "demo-client:" + secret, ":" + secret)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return forms;
    }

    private static void assertNoSecret(Map<String, String> outputs) {
        outputs.forEach((name, text) -> SECRETS.forEach(secret -> forms(secret)
                .forEach(form -> assertFalse(text.contains(form), () -> form + " in " + name + ":\n" + text))));
    }

    @Test
    void aRunLeavesNoSecretBehind() throws Exception {
        try (AttackedGate gate = new AttackedGate(folder, (request, answer) -> answer)) {
            assertNoSecret(gate.outputs());
        }
    }

    /** What a server may say back: all that it was shown, in every field that any of these services has for words. */
    @ParameterizedTest
    @CsvSource({
        "400, header",
        "400, body",
        "400, decoded",
        "400, target",
        "401, header",
        "401, body",
        "401, decoded",
        "403, header",
        "403, body",
        "403, decoded",
        "404, header",
        "404, body",
        "200, header",
        "200, body"
    })
    void whatAServerSaysBackIsNotShown(int status, String part) throws Exception {
        for (boolean logins : new boolean[] {true, false}) {
            for (String form : List.of("{'error':'ECHO','error_description':'ECHO'}", ALL)) {
                try (AttackedGate gate = new AttackedGate(
                        folder,
                        (request, answer) ->
                                isLogin(request) == logins ? echo(status, form, said(request, part)) : answer)) {
                    assertNoSecret(gate.outputs());
                }
            }
        }
    }

    private static final String ALL = "{'error':{'code':'ECHO','message':'ECHO','status':'PERMISSION_DENIED',"
            + "'error_code':'ECHO','error_msg':'ECHO','innererror':{'code':'ECHO'}},"
            + "'error_code':'ECHO','error_msg':'ECHO','message':'ECHO','__type':'ECHO','Message':'ECHO',"
            + "'errors':['ECHO'],'request_id':'ECHO','key_info':{'key_id':'ECHO','key_state':'ECHO'},"
            + "'access_token':7,'token':{'expires_at':'ECHO'}}";

    private static boolean isLogin(RecordedRequest request) {
        return request.getTarget().contains("token") || request.getTarget().contains("login");
    }

    private static MockResponse echo(int status, String form, String said) {
        String text = said.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cc}", " ");
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .addHeader("X-Request-Id", said.replaceAll("[^\\x20-\\x7e]", " "))
                .body(form.replace('\'', '"').replace("ECHO", text))
                .build();
    }

    private static String said(RecordedRequest request, String part) {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        return switch (part) {
            case "header" ->
                String.join(
                        " ",
                        List.of("Authorization", "X-Auth-Token", "X-Vault-Token").stream()
                                .map(name -> String.valueOf(request.getHeaders().get(name)))
                                .toList());
            case "body" -> body;
            case "decoded" -> decoded(body);
            default -> request.getTarget();
        };
    }

    private static String decoded(String body) {
        try {
            return URLDecoder.decode(body, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return body; // no form
        }
    }
}
