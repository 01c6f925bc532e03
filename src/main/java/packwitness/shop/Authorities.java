package packwitness.shop;

import packwitness.ledger.AuthorityKind;
import packwitness.ledger.HttpAuthority;
import packwitness.ledger.TestAuthority;
import packwitness.ledger.TimestampAuthority;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The time-stamp authorities of a vault, in the order in which they are asked. They stand in {@code
 * authorities.properties} of the vault: {@code 1 = NAME | ADDRESS | COMMERCIAL}, or {@code 1 =
 * test} for the one of the demonstration, whose stamps are marked TEST wherever they show.
 */
public final class Authorities {
    /** The file in the vault. */
    public static final String FILE = "authorities.properties";

    private Authorities() {}

    static List<TimestampAuthority> of(Vault vault, Clock clock) throws Failure {
        Path file = vault.root().resolve(FILE);
        if (!Files.exists(file)) return List.of();
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(ShopProblem.SETTINGS_UNREADABLE, e, file, "");
        }
        List<TimestampAuthority> authorities = new ArrayList<>();
        for (String key : lines.stringPropertyNames().stream().sorted().toList())
            authorities.add(authority(file, lines.getProperty(key), vault, clock));
        return authorities;
    }

    private static TimestampAuthority authority(Path file, String line, Vault vault, Clock clock)
            throws Failure {
        if (line.strip().equals("test"))
            return TestAuthority.make(
                    vault.root().resolve("keys").resolve("test-authority"), clock);
        String[] parts = line.split("\\|");
        try {
            return new HttpAuthority(
                    parts[0].strip(),
                    URI.create(parts[1].strip()),
                    AuthorityKind.valueOf(parts[2].strip()));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Failure(ShopProblem.SETTINGS_UNREADABLE, e, file, line);
        }
    }
}
