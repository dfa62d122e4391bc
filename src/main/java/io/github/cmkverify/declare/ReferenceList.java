package io.github.cmkverify.declare;

import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.KeySyntax;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.key.SourceLine;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads references that come from the command line: {@code cmk.keys} and {@code cmk.keysFile}. */
final class ReferenceList {
    private static final String KEYS = "cmk.keys";
    private static final String FILE = "cmk.keysFile";
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private final ReferenceReader references;

    ReferenceList(List<KeySyntax> syntaxes) {
        references = new ReferenceReader(syntaxes);
    }

    /**
     * Reads references between commas. A comma at the very end is harmless; a gap between two is not, because a
     * variable of a pipeline that was empty leaves one.
     */
    List<DeclaredKey> text(String written, Rules rules) throws InvalidInputsException {
        List<String> parts = new ArrayList<>(Arrays.asList(written.split(",", -1)));
        if (parts.get(parts.size() - 1).isBlank()) {
            parts.remove(parts.size() - 1);
        }
        Problems problems = new Problems();
        List<DeclaredKey> keys = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i).strip();
            String where = KEYS + " #" + (i + 1);
            try {
                keys.add(key(part, rules, where));
            } catch (InvalidInputException e) {
                problems.add(e);
            }
        }
        problems.throwIfAny();
        return keys;
    }

    /** Reads a file with a reference a line, blank lines and {@code #} comments; UTF-8. */
    List<DeclaredKey> file(Path file, Rules rules) throws InvalidInputsException {
        List<String> lines;
        try {
            lines = lines(file);
        } catch (InvalidInputException e) {
            throw new InvalidInputsException(List.of(e));
        }
        Problems problems = new Problems();
        List<DeclaredKey> keys = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = COMMENT.matcher(lines.get(i)).replaceFirst("").strip();
            String where = FILE + " " + file + ":" + (i + 1);
            SourceLine source = new SourceLine(file.toAbsolutePath().toString(), i + 1);
            if (!line.isEmpty()) {
                try {
                    keys.add(key(line, rules, where).at(source));
                } catch (InvalidInputException e) {
                    problems.add(e);
                }
            }
        }
        problems.throwIfAny();
        if (keys.isEmpty()) {
            problems.add(new InvalidInputException(FILE + " " + file, "", "a reference a line, at least one"));
        }
        problems.throwIfAny();
        return keys;
    }

    private DeclaredKey key(String written, Rules rules, String where) throws InvalidInputException {
        try {
            if (written.contains(",")) {
                throw new InvalidInputException(
                        "line", written, "one reference a line; a comma inside of an option is percent-encoded");
            }
            return new DeclaredKey(
                    references.read(Texts.checked(written, "reference")), null, Expectations.NONE, rules, where);
        } catch (InvalidInputException e) {
            throw e.in(where);
        }
    }

    private static List<String> lines(Path file) throws InvalidInputException {
        try {
            String text = Files.readString(file);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(FILE, file.toString(), "a text file in UTF-8");
        } catch (IOException e) {
            throw new InvalidInputException(FILE, file.toString(), "a file that exists and can be read");
        }
    }
}
