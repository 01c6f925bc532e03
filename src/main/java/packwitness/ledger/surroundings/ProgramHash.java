package packwitness.ledger.surroundings;

import packwitness.value.Sha256;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hash of the running program: of its jar, or, where it runs from a folder of classes, of the
 * lines {@code <sha256> <name>} of its files in the order of their names. Computed once.
 */
final class ProgramHash {
    private ProgramHash() {}

    private static final class Once {
        static final Optional<Sha256> HASH = compute();
    }

    static Optional<Sha256> get() {
        return Once.HASH;
    }

    private static Optional<Sha256> compute() {
        CodeSource source = ProgramHash.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) return Optional.empty();
        try {
            URI place = source.getLocation().toURI();
            if (!"file".equals(place.getScheme())) return Optional.empty();
            return Optional.of(of(Path.of(place)));
        } catch (URISyntaxException | IOException | IllegalArgumentException untold) {
            return Optional.empty();
        }
    }

    static Sha256 of(Path place) throws IOException {
        if (!Files.isDirectory(place)) return file(place);
        List<String> names;
        try (Stream<Path> walk = Files.walk(place)) {
            names =
                    walk.filter(Files::isRegularFile)
                            .map(file -> place.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList();
        }
        MessageDigest digest = Sha256.digest();
        for (String name : names) {
            String line = file(place.resolve(name)).hex() + "  " + name + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.of(digest);
    }

    private static Sha256 file(Path file) throws IOException {
        return packwitness.storage.EvidenceFolder.hash(file);
    }
}
