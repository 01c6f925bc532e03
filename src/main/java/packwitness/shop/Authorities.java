package packwitness.shop;

import packwitness.ledger.AuthorityKind;
import packwitness.ledger.AuthorityTrial;
import packwitness.ledger.HttpAuthority;
import packwitness.ledger.TestAuthority;
import packwitness.ledger.TimestampAuthority;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

    /** Returns the line for an outside authority at this address, named by its host. */
    public static String line(String address) throws Failure {
        URI uri = address(address);
        return uri.getHost() + " | " + uri + " | " + AuthorityKind.COMMERCIAL;
    }

    /**
     * Asks the authority at this address for a stamp of a few random bytes, and returns how long
     * the answer took; nothing of a shop is in the question.
     */
    public static Duration ask(String address, Clock clock) throws Failure {
        URI uri = address(address);
        long begin = System.nanoTime();
        AuthorityTrial.ask(new HttpAuthority(uri.getHost(), uri, AuthorityKind.COMMERCIAL));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static URI address(String address) throws Failure {
        try {
            URI uri = new URI(address.strip());
            String scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https")))
                return uri;
        } catch (URISyntaxException e) {
            throw new Failure(ShopProblem.ADDRESS_WRONG, e, address);
        }
        throw new Failure(ShopProblem.ADDRESS_WRONG, address);
    }

    /** Notes an authority in the folder of a new vault; one that has a note keeps it. */
    public static void note(Path folder, String line) throws Failure {
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) return;
            Files.createDirectories(folder);
            Files.writeString(file, "1 = " + line + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, folder);
        }
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
