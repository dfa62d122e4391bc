package io.github.cmkverify.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes {@code verify-keys.json}. A reader sees the whole report or none. */
public final class JsonReport {
    private JsonReport() {}

    /**
     * Writes a run, and the folders that lead to it.
     *
     * @return the SHA-256 of the file, in hexadecimal digits
     * @throws IOException if it cannot be written; then there is no new report, nor a piece of one
     */
    public static String write(Path file, RunReport report) throws IOException {
        return ReportFile.write(file, out -> generate(out, report));
    }

    /** Writes a run, and leaves the stream open. */
    static void generate(OutputStream out, RunReport report) throws IOException {
        JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generate(factory.createGenerator(out, JsonEncoding.UTF8), report);
    }

    /** A run as text in UTF-8. */
    static byte[] text(RunReport report) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        generate(text, report);
        return text.toByteArray();
    }

    private static void generate(JsonGenerator generator, RunReport report) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = generator) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            new JsonDocument(json, report).write();
        }
    }
}
