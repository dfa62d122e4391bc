package io.github.cmkverify.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Maps, lists, texts, flags, whole numbers and times as JSON, and back. A time is an object with one field, so that a
 * text is never taken for one.
 */
final class KeptJson {
    private static final String TIME = "@time";

    private KeptJson() {}

    static String write(Map<String, Object> map) {
        StringBuilder out = new StringBuilder();
        append(out, map);
        return out.toString();
    }

    private static void append(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            new TreeMap<>(map).forEach((name, field) -> {
                comma(out, '{');
                quote(out, (String) name);
                out.append(':');
                append(out, field);
            });
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            list.forEach(element -> {
                comma(out, '[');
                append(out, element);
            });
            out.append(']');
        } else if (value instanceof Instant time) {
            append(out, Map.of(TIME, time.toString()));
        } else if (value instanceof String text) {
            quote(out, text);
        } else if (value instanceof Boolean || value instanceof Integer) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("nothing to be kept: " + value.getClass());
        }
    }

    private static void comma(StringBuilder out, char start) {
        if (out.charAt(out.length() - 1) != start) {
            out.append(',');
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws StrangeJsonException if it is anything else
     */
    @SuppressWarnings("unchecked") // an object gives a map
    static Map<String, Object> read(byte[] text) throws StrangeJsonException {
        if (!(value(Json.read(text)) instanceof Map<?, ?> map)) {
            throw new StrangeJsonException("not an object");
        }
        return (Map<String, Object>) map;
    }

    private static Object value(JsonNode node) throws StrangeJsonException {
        if (node.isObject()) {
            return node.size() == 1 && node.path(TIME).isTextual() ? time(node.path(TIME)) : map(node);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode element : node) {
                list.add(value(element));
            }
            return list;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.canConvertToInt() && node.isIntegralNumber()) {
            return node.intValue();
        }
        throw new StrangeJsonException("a value that is never kept");
    }

    private static Map<String, Object> map(JsonNode node) throws StrangeJsonException {
        Map<String, Object> map = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            map.put(field.getKey(), value(field.getValue()));
        }
        return map;
    }

    private static Instant time(JsonNode text) throws StrangeJsonException {
        try {
            return Instant.parse(text.textValue());
        } catch (DateTimeException e) {
            throw new StrangeJsonException("not a time");
        }
    }
}
