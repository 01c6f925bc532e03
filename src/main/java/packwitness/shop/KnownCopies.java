package packwitness.shop;

import org.sqlite.SQLiteConfig;

import packwitness.storage.Vault;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks copies of ours up in the EXPORT rows of bags and vaults, which it only reads. */
final class KnownCopies {
    /** Under which fact a row names the hash of a copy. */
    static final Map<Handed.Kind, String> FACTS =
            Map.of(
                    Handed.Kind.REDACTED, "redacted_copy",
                    Handed.Kind.CLIP, "clip_copy",
                    Handed.Kind.FRAME, "frame_copy");

    static final String SOURCE = "source_sha256";

    private static final int MOST_ROWS = 100_000;
    private static final long LARGEST_ROW = 1 << 20;
    private static final Pattern OF = Pattern.compile("(?m)^" + SOURCE + " ([0-9a-f]{64})$");

    private final List<Path> wholes;

    /**
     * @param wholes folders of bags and vaults; others are passed over
     */
    KnownCopies(List<Path> wholes) {
        this.wholes = wholes;
    }

    /** What a row says of a copy. */
    record Known(Handed.Kind kind, String source) {}

    /** Returns whether there is anything to look in. */
    boolean any() {
        return !wholes.isEmpty();
    }

    Optional<Known> find(Sha256 hash) {
        for (Path whole : wholes) {
            Optional<Known> found =
                    Vault.isVault(whole) ? inVault(whole, hash) : inBag(whole, hash);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<Known> inBag(Path bag, Sha256 hash) {
        Path rows = bag.resolve("data/ledger/rows");
        if (!Files.isDirectory(rows, LinkOption.NOFOLLOW_LINKS)) return Optional.empty();
        try (Stream<Path> files = Files.list(rows)) {
            return files.limit(MOST_ROWS)
                    .map(KnownCopies::text)
                    .map(row -> read(row, hash))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IOException unreadable) {
            // The checks say that the bag cannot be read.
            return Optional.empty();
        }
    }

    private static String text(Path row) {
        try {
            if (!Files.isRegularFile(row, LinkOption.NOFOLLOW_LINKS)) return "";
            if (Files.size(row) > LARGEST_ROW) return "";
            return new String(Files.readAllBytes(row), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Optional<Known> inVault(Path vault, Sha256 hash) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(15_000);
        try (Connection connection =
                        config.createConnection("jdbc:sqlite:" + vault.resolve(Vault.DATABASE));
                PreparedStatement asked =
                        connection.prepareStatement(
                                "SELECT CAST(body AS TEXT) FROM ledger_row WHERE kind = 'EXPORT'"
                                        + " AND instr(CAST(body AS TEXT), ?) > 0")) {
            asked.setString(1, "_copy " + hash.hex());
            try (ResultSet row = asked.executeQuery()) {
                while (row.next()) {
                    Optional<Known> found = read(row.getString(1), hash);
                    if (found.isPresent()) return found;
                }
            }
        } catch (SQLException unreadable) {
            // The checks say that the vault cannot be read.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Known> read(String row, Sha256 hash) {
        Matcher source = OF.matcher(row);
        if (!row.contains("\nkind EXPORT\n") || !source.find()) return Optional.empty();
        return FACTS.entrySet().stream()
                .filter(fact -> row.contains("\n" + fact.getValue() + " " + hash.hex() + "\n"))
                .map(fact -> new Known(fact.getKey(), source.group(1)))
                .findFirst();
    }
}
