package io.github.cmkverify.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a report as a file. A reader sees the whole report or none. */
final class ReportFile {
    private static final int BUFFER = 1 << 16;

    private ReportFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    interface Content {
        /** Writes it, and leaves the stream open. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, and the folders that lead to it.
     *
     * @return the SHA-256 of the file, in hexadecimal digits
     * @throws IOException if it cannot be written; then there is no new report, nor a piece of one
     */
    static String write(Path file, Content content) throws IOException {
        MessageDigest digest = Sha256.digest();
        put(file, digest, content);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Writes a file that will soon be written again: without its SHA-256, and after its forerunner is gone, because a file
     * system may send a file to the disk that takes the place of another.
     */
    static void draft(Path file, Content content) throws IOException {
        put(file, null, content);
    }

    /**
     * Puts a file in its place.
     *
     * @param digest told every byte; {@code null} for a draft
     */
    private static void put(Path file, @Nullable MessageDigest digest, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + target);
        }
        Files.createDirectories(folder);
        // Not createTempFile: its files are readable by their owner alone, and the report would stay so.
        Path piece = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(piece, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER)) {
                content.write(digest == null ? out : new DigestOutputStream(out, digest));
            }
            if (digest == null) {
                Files.deleteIfExists(target);
            }
            move(piece, target);
        } finally {
            Files.deleteIfExists(piece);
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
