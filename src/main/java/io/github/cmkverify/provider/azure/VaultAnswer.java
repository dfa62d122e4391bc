package io.github.cmkverify.provider.azure;

import io.github.cmkverify.http.HttpAnswer;
import io.github.cmkverify.http.ReplyRule;
import io.github.cmkverify.http.ReplyRule.Disposition;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.KeyAnswer.Described;
import io.github.cmkverify.key.KeyAnswer.Undetermined;
import io.github.cmkverify.key.KeyFacts;
import io.github.cmkverify.key.KeyState;
import io.github.cmkverify.provider.ServerText;
import java.util.Optional;

/** What an answer of a vault comes to. A status without the vault's own code never says anything of a key. */
sealed interface VaultAnswer {
    /** What follows for the next attempt. */
    Disposition disposition();

    /** Something that a key is, or that cannot be told. */
    record Told(KeyAnswer answer, Disposition disposition) implements VaultAnswer {}

    /** The vault's own statement that it does not know what was asked for. */
    record Unknown(VaultError error) implements VaultAnswer {
        @Override
        public Disposition disposition() {
            return Disposition.FINAL;
        }
    }

    /** Reads the body of a 200. */
    @FunctionalInterface
    interface BodyReader {
        KeyAnswer read(byte[] body) throws StrangeJsonException;
    }

    /** Reads an answer to a request that carried a token. */
    static VaultAnswer of(HttpAnswer answer, BodyReader reader) {
        if (answer.status() == 200) {
            try {
                return new Told(reader.read(answer.body()), Disposition.FINAL);
            } catch (StrangeJsonException e) {
                return doubt(Cause.STRANGE_ANSWER, "HTTP 200: " + e.getMessage(), Disposition.UNCLEAR);
            }
        }
        if (answer.status() < 400) {
            Cause cause = answer.status() < 300 ? Cause.STRANGE_ANSWER : Cause.REDIRECTED;
            return doubt(cause, "HTTP " + answer.status(), Disposition.UNCLEAR);
        }
        Optional<VaultError> error = VaultError.of(answer);
        if (ReplyRule.TRANSIENT.contains(answer.status())) {
            Cause cause = answer.status() == 429 ? Cause.THROTTLED : Cause.SERVICE_FAULT;
            return error.map(said -> doubt(cause, said, Disposition.RETRY))
                    .orElseGet(() -> doubt(cause, "HTTP " + answer.status(), Disposition.RETRY));
        }
        if (answer.status() == 401) {
            return error.map(said -> doubt(Cause.AUTHENTICATION_REFUSED, said, Disposition.REFUSED))
                    .orElseGet(() -> doubt(Cause.AUTHENTICATION_REFUSED, "HTTP 401", Disposition.REFUSED));
        }
        return error.map(said -> of(answer.status(), said)).orElseGet(() -> foreign(answer.status()));
    }

    private static VaultAnswer of(int status, VaultError error) {
        return switch (status) {
            case 403 -> forbidden(error);
            case 404 ->
                error.isKeyNotFound() ? new Unknown(error) : doubt(Cause.STRANGE_ANSWER, error, Disposition.UNCLEAR);
            case 409 -> doubt(Cause.TRANSIENT_STATE, error, Disposition.FINAL);
            case 400, 405 -> doubt(Cause.REQUEST_REFUSED, error, Disposition.UNCLEAR);
            default -> doubt(status > 499 ? Cause.SERVICE_FAULT : Cause.STRANGE_ANSWER, error, Disposition.UNCLEAR);
        };
    }

    private static VaultAnswer forbidden(VaultError error) {
        if (error.isKeyDisabled()) {
            KeyFacts facts = KeyFacts.of(KeyState.DISABLED, "KeyDisabled").build();
            return new Told(new Described(facts), Disposition.FINAL);
        }
        return error.isOfFirewall()
                ? doubt(Cause.NETWORK_DENIED, error, Disposition.FINAL)
                : doubt(Cause.ACCESS_DENIED, error, Disposition.FINAL);
    }

    /** An answer in which nothing is of a vault. */
    private static VaultAnswer foreign(int status) {
        Cause cause = switch (status) {
            case 404, 405, 501 -> Cause.WRONG_SERVICE;
            case 407, 511 -> Cause.NETWORK_DENIED;
            default -> Cause.STRANGE_ANSWER;
        };
        return doubt(cause, "HTTP " + status + " without an error of Key Vault", Disposition.UNCLEAR);
    }

    private static Told doubt(Cause cause, VaultError error, Disposition disposition) {
        return new Told(new Undetermined(cause, error.shownCode(), error.message()), disposition);
    }

    private static Told doubt(Cause cause, String said, Disposition disposition) {
        return new Told(new Undetermined(cause, null, ServerText.cut(said)), disposition);
    }
}
