package io.github.cmkverify.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a body says, read by a reader that refuses nothing and shares no line with the strict one: every value that
 * stands at a path, of whichever doubled field. A text keeps its quotation marks, so that {@code "true"} is not
 * {@code true}.
 */
public final class Said {
    private static final String ELEMENT = "*";

    private final List<List<String>> paths = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    /** The field that is read in each object, the innermost last. */
    private final Deque<String> fields = new ArrayDeque<>();

    private final String text;
    private int position;

    /** Reads a body. */
    public Said(byte[] body) {
        text = new String(body, StandardCharsets.UTF_8);
        read();
    }

    /** All values at a path, without {@code null}; elements of arrays are all called {@code *}. */
    public Set<String> at(String... wanted) {
        Set<String> found = new TreeSet<>();
        List<String> place = path(wanted);
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).equals(place) && !values.get(i).equals("null")) {
                found.add(values.get(i));
            }
        }
        return found;
    }

    /** Whether any path begins so. */
    public boolean hasWithin(String... wanted) {
        List<String> place = path(wanted);
        return paths.stream()
                .anyMatch(one -> one.size() >= place.size()
                        && one.subList(0, place.size()).equals(place));
    }

    private static List<String> path(String... wanted) {
        return Arrays.stream(wanted)
                .map(name -> name.equals(ELEMENT) ? ELEMENT : "\"" + name + "\"")
                .toList();
    }

    private void read() {
        String last = null;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '"') {
                last = string();
            } else if (":,[]{}".indexOf(c) >= 0) {
                last = mark(c, last);
                position++;
            } else if (Character.isWhitespace(c)) {
                position++;
            } else {
                last = word();
            }
        }
        keep(last);
    }

    /** A mark after a text or word; what stays of that. */
    private String mark(char c, String last) {
        switch (c) {
            case '{', '[' -> fields.addLast(c == '[' ? ELEMENT : "");
            case ':' -> {
                if (last != null && !fields.isEmpty() && !fields.getLast().equals(ELEMENT)) {
                    fields.removeLast();
                    fields.addLast(last);
                }
            }
            case '}', ']' -> {
                keep(last);
                fields.pollLast();
            }
            default -> keep(last);
        }
        return null;
    }

    private void keep(String value) {
        if (value != null) {
            paths.add(List.copyOf(fields));
            values.add(value);
        }
    }

    private String word() {
        int from = position;
        while (position < text.length()
                && ":,[]{}\"".indexOf(text.charAt(position)) < 0
                && !Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return text.substring(from, position);
    }

    private String string() {
        StringBuilder value = new StringBuilder("\"");
        position++;
        while (position < text.length() && text.charAt(position) != '"') {
            value.append(text.charAt(position) == '\\' ? escaped() : text.charAt(position));
            position++;
        }
        position++;
        return value.append('"').toString();
    }

    /** The character behind a backslash; the position is then at the last of the escape. */
    private char escaped() {
        position++;
        if (position >= text.length()) {
            return '\\';
        }
        char c = text.charAt(position);
        if (c == 'u' && position + 4 < text.length()) {
            int code = 0;
            for (int i = 1; i <= 4; i++) {
                code = code * 16 + Math.max(0, Character.digit(text.charAt(position + i), 16));
            }
            position += 4;
            return (char) code;
        }
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }
}
