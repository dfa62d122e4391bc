package io.github.cmkverify.declare;

import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeyReference;
import io.github.cmkverify.key.KeySyntax;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a key reference with its query: {@code huawei://eu-de/P/K?endpoint=http://127.0.0.1:8080}. */
final class ReferenceReader {
    private final List<KeySyntax> syntaxes;

    ReferenceReader(List<KeySyntax> syntaxes) {
        this.syntaxes = List.copyOf(syntaxes);
    }

    /**
     * Reads a reference.
     *
     * @throws InvalidInputException if no provider claims it, or its provider refuses it or one of its options
     */
    KeyReference read(String written) throws InvalidInputException {
        int mark = written.indexOf('?');
        String bare = mark < 0 ? written : written.substring(0, mark);
        KeySyntax syntax = syntaxOf(bare);
        Set<String> accepted = new TreeSet<>(syntax.options());
        accepted.add(KeyReference.SERVER_ID);
        Map<String, String> options = mark < 0 ? Map.of() : Query.read(bare, written.substring(mark + 1), accepted);
        String serverId = options.get(KeyReference.SERVER_ID);
        Map<String, String> own = new TreeMap<>(options);
        own.remove(KeyReference.SERVER_ID);
        return ServerIds.apply(syntax.fromReference(bare, own), serverId, "'" + bare + "' option serverId");
    }

    /** The syntax that a reference is meant for. */
    private KeySyntax syntaxOf(String bare) throws InvalidInputException {
        for (KeySyntax syntax : syntaxes) {
            if (syntax.claims(bare)) {
                return syntax;
            }
        }
        throw new InvalidInputException("reference", bare, accepted());
    }

    /** All forms of a reference. */
    private String accepted() {
        return String.join(
                ", ",
                syntaxes.stream().flatMap(syntax -> syntax.forms().stream()).toList());
    }
}
