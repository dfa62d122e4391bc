package io.github.cmkverify.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes {@code verify-keys.json}. A reader sees the whole report or none. */
public final class JsonReport {
    private JsonReport() {}

    /**
     * Writes a run, and the folders that lead to it.
     *
     * @throws IOException if it cannot be written; then there is no new report, nor a piece of one
     */
    public static void write(Path file, RunReport report) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + target);
        }
        Files.createDirectories(folder);
        // Not createTempFile: its files are readable by their owner alone, and the report would stay so.
        Path piece = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out =
                    Files.newOutputStream(piece, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                generate(out, report);
            }
            move(piece, target);
        } finally {
            Files.deleteIfExists(piece);
        }
    }

    private static void generate(OutputStream out, RunReport report) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            new JsonDocument(json, report).write();
        }
    }

    private static void move(Path piece, Path target) throws IOException {
        try {
            Files.move(piece, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(piece, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
