package io.github.cmkverify.provider;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of this plugin in the user's cache folder: it and its files belong to the user and to nobody else. Where
 * the file system has no permissions (Windows), the rights of the user's own folder are inherited.
 */
final class OwnFolder {
    private static final String NAME = "cmk-maven-plugin";
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path path;

    private OwnFolder(Path path) {
        this.path = path;
    }

    /**
     * Opens it, and makes it where it is not there yet.
     *
     * @throws IOException if it cannot be made, is not the user's own, or others may look into it
     */
    static OwnFolder open(Environment environment) throws IOException {
        Path folder = usersCache(environment).resolve(NAME);
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, ownersOnly(environment.home()));
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " is not a folder");
        }
        PosixFileAttributes rights = rights(folder);
        if (rights != null) {
            if (!rights.owner().equals(Files.getOwner(environment.home()))) {
                throw new IOException(folder + " belongs to another user");
            }
            if (!OWNERS.containsAll(rights.permissions())) {
                throw new IOException(folder + " is open to others; chmod 700 closes it");
            }
        }
        return new OwnFolder(folder);
    }

    private static Path usersCache(Environment environment) throws IOException {
        String named = environment.variable("XDG_CACHE_HOME");
        if (named != null && new File(named).isAbsolute()) {
            return new File(named).toPath();
        }
        String windows = environment.variable("LOCALAPPDATA");
        if (windows != null && File.separatorChar == '\\') {
            return new File(windows).toPath();
        }
        Path home = environment.home();
        if (!Files.isDirectory(home)) {
            throw new IOException("there is no home folder");
        }
        Path mac = home.resolve("Library").resolve("Caches");
        return Files.isDirectory(mac) ? mac : home.resolve(".cache");
    }

    private static FileAttribute<?>[] ownersOnly(Path home) throws IOException {
        return rights(home) == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)};
    }

    private static @Nullable PosixFileAttributes rights(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? null : view.readAttributes();
    }

    /**
     * Reads a file.
     *
     * @param limit bytes; a longer one is none of ours
     * @return nothing where there is none, or it is no file of ours
     */
    byte[] read(String name, int limit) {
        Path file = path.resolve(name);
        try {
            PosixFileAttributes rights = rights(file);
            if (rights != null && !OWNERS.containsAll(rights.permissions())) {
                return new byte[0];
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] content = in.readNBytes(limit + 1);
                return content.length > limit ? new byte[0] : content;
            }
        } catch (IOException e) {
            // As good as absent: it is found out anew.
            return new byte[0];
        }
    }

    /** Writes a file. Who reads at the same time sees the old one or the new one, whole. */
    void write(String name, byte[] content) throws IOException {
        Path piece = Files.createTempFile(path, "piece", ".tmp"); // readable by its owner alone
        try {
            Files.write(piece, content);
            Path target = path.resolve(name);
            try {
                Files.move(piece, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(piece, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(piece);
        }
    }

    /** Removes a file, if it is there. */
    void delete(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }

    /** Removes what was written before a time, under this ending or as a piece that was left behind. */
    void deleteOlder(String ending, Instant time) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*{" + ending + ",.tmp}")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(time)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
