package packwitness.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads files of a folder that nobody trusts: never outside it, never through a link. */
final class SafeFiles {
    static final int LARGEST_TEXT = 64 << 20;
    static final int LARGEST_SMALL = 1 << 20;

    private final Path root;

    SafeFiles(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    Path root() {
        return root;
    }

    /** Returns the regular file of this name, if it is one and lies inside. */
    Optional<Path> find(String name) {
        try {
            if (!Manifest.isInside(name)) return Optional.empty();
            Path file = root.resolve(name).normalize();
            boolean inside =
                    file.startsWith(root)
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && file.toRealPath().equals(file);
            return inside ? Optional.of(file) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the names of all files below a folder, none where it cannot be read. */
    List<String> under(String folder) {
        Path from = root.resolve(folder);
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) return List.of();
        try (Stream<Path> walk = Files.walk(from)) {
            return walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** Returns the bytes of a small file; nothing where it is absent, unreadable or too large. */
    Optional<byte[]> read(String name, int most) {
        return find(name).flatMap(file -> read(file, most));
    }

    static Optional<byte[]> read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
