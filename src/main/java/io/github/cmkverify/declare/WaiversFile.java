package io.github.cmkverify.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.key.InvalidInputException;
import io.github.cmkverify.key.Waiver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Reads a file of waivers that many projects share: XML as in a POM, or the same in JSON. */
final class WaiversFile {
    private static final String PARAMETER = "<waiversFile> (cmk.waiversFile)";
    private static final String WAIVERS = "waivers";
    private static final String FORMS =
            "XML, <waivers><waiver>…</waiver></waivers>, or JSON, {\"waivers\": [{\"key\": …}]}";
    /** Room for thousands of waivers, in bytes. */
    private static final int LARGEST = 1 << 20;

    private final WaiversReader reader;
    private final JsonText json;

    WaiversFile(WaiversReader reader, JsonText json) {
        this.reader = reader;
        this.json = json;
    }

    /** Reads all waivers of a file. */
    List<Waiver> read(Path file) throws InvalidInputsException {
        String where = PARAMETER + " " + file;
        Node root;
        try {
            root = root(file, where);
        } catch (InvalidInputException e) {
            throw new InvalidInputsException(List.of(e));
        }
        WaiversReader.checkFrame(root, where);
        Problems problems = new Problems();
        List<Waiver> waivers = new ArrayList<>();
        for (int i = 0; i < root.children().size(); i++) {
            Node element = root.children().get(i);
            try {
                waivers.add(reader.read(element, WaiversReader.label(file.toString(), i + 1), false));
            } catch (InvalidInputException e) {
                problems.add(e);
            }
        }
        problems.throwIfAny();
        return waivers;
    }

    private Node root(Path file, String where) throws InvalidInputException {
        byte[] content = content(file);
        try {
            Node root = isXml(content) ? XmlText.read(content) : fromJson(json.read(content));
            if (!root.name().equals(WAIVERS)) {
                throw new InvalidInputException("content", "<" + root.name() + ">", FORMS);
            }
            return root;
        } catch (XMLStreamException e) {
            String reason = e.getMessage() == null ? "not XML" : e.getMessage().replaceAll("\\s+", " ");
            throw new InvalidInputException(where, reason, FORMS);
        } catch (InvalidInputException e) {
            throw e.in(where);
        }
    }

    private static byte[] content(Path file) throws InvalidInputException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new InvalidInputException(PARAMETER, file.toString(), "a file of at most " + LARGEST + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new InvalidInputException(PARAMETER, file.toString(), "a file that exists and can be read");
        }
    }

    private static boolean isXml(byte[] content) {
        for (byte one : content) {
            boolean mayStandInFront = one < 0 || Character.isWhitespace(one); // a byte order mark
            if (!mayStandInFront) {
                return one == '<';
            }
        }
        return false;
    }

    private static Node fromJson(JsonNode root) throws InvalidInputException {
        JsonNode list = root.isObject() && root.size() == 1 && root.has(WAIVERS) ? root.get(WAIVERS) : root;
        if (!list.isArray()) {
            throw new InvalidInputException("content", root.isObject() ? fields(root) : "", FORMS);
        }
        List<Node> waivers = new ArrayList<>();
        for (JsonNode waiver : list) {
            List<Node> children = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : waiver.properties()) {
                children.add(leaf(field.getKey(), field.getValue(), waivers.size() + 1));
            }
            waivers.add(new Node("waiver", waiver.isObject() ? "" : waiver.toString(), Map.of(), children));
        }
        return new Node(WAIVERS, "", Map.of(), waivers);
    }

    private static String fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return String.join(", ", names);
    }

    private static Node leaf(String name, JsonNode value, int ordinal) throws InvalidInputException {
        if (!value.isTextual()) {
            throw new InvalidInputException("waiver #" + ordinal + " field " + name, value.toString(), "a string");
        }
        return new Node(name, value.textValue().strip(), Map.of(), List.of());
    }
}
