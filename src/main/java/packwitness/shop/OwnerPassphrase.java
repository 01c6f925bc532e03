package packwitness.shop;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The passphrase by which the owner is known: a slow hash with its parameters stands in the vault,
 * so that a later program may make it slower. It guards against colleagues, not against who can
 * write to the vault's file. Safe for any thread; the caller clears the characters.
 */
public final class OwnerPassphrase {
    static final int LEAST = 8;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    static final int ITERATIONS = 600_000;
    private static final int HASH_BITS = 256;
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Vault vault;
    private final Ledger ledger;
    private final int iterations;

    OwnerPassphrase(Vault vault, Ledger ledger, int iterations) {
        this.vault = vault;
        this.ledger = ledger;
        this.iterations = iterations;
    }

    private record Kept(String algorithm, int iterations, byte[] salt, byte[] hash) {
        static Kept of(Row row) throws SQLException {
            return new Kept(
                    row.text("algorithm"),
                    (int) row.number("iterations"),
                    row.bytes("salt"),
                    row.bytes("hash"));
        }

        boolean fits(char[] typed) {
            return MessageDigest.isEqual(hash, slow(typed, algorithm, iterations, salt));
        }
    }

    private static byte[] slow(char[] typed, String algorithm, int iterations, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(typed, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }

    public boolean isSet() throws Failure {
        return kept().isPresent();
    }

    private Optional<Kept> kept() throws Failure {
        return vault.database().read(tx -> tx.first("SELECT * FROM owner_passphrase", Kept::of));
    }

    /**
     * Lets in who knows the passphrase; where none is set, everybody. A wrong one is a row of the
     * ledger, and after five of them a minute must pass before the next.
     *
     * @throws Failure {@link ShopProblem#WRONG_PASSPHRASE} or {@link ShopProblem#TOO_MANY_TRIES}
     */
    public void enter(char[] typed) throws Failure {
        Optional<Kept> kept = kept();
        if (kept.isEmpty()) return;
        if (mustWait()) throw new Failure(ShopProblem.TOO_MANY_TRIES, PAUSE.toSeconds());
        if (kept.get().fits(typed)) {
            vault.database().write(this::found);
            return;
        }
        vault.database()
                .write(tx -> {
                    tx.run("INSERT INTO owner_attempt (at) VALUES (?)", tx.now());
                    return ledger.append(
                            tx, EntryKind.VIEW, Facts.of().with("how", "wrong_passphrase"));
                });
        throw new Failure(ShopProblem.WRONG_PASSPHRASE);
    }

    /** Who knows the passphrase ends the tries, and the request of who says that it is lost. */
    private int found(Transaction tx) throws SQLException {
        tx.run("DELETE FROM owner_attempt");
        int requests = tx.run("DELETE FROM owner_reset");
        if (requests > 0)
            ledger.append(tx, EntryKind.VIEW, Facts.of().with("how", "passphrase_not_lost"));
        return requests;
    }

    private boolean mustWait() throws Failure {
        return vault.database().write(tx -> wrongOnes(tx) >= TRIES);
    }

    /** Tries older than the pause do not count any more. */
    private static long wrongOnes(Transaction tx) throws SQLException {
        Instant since = tx.now().minus(PAUSE);
        tx.run("DELETE FROM owner_attempt WHERE at <= ?", since);
        return tx.first("SELECT count(*) AS n FROM owner_attempt", row -> row.number("n"))
                .orElse(0L);
    }

    /**
     * Sets another passphrase; the one before must be known.
     *
     * @throws Failure {@link ShopProblem#PASSPHRASE_SHORT}, or as {@link #enter}
     */
    public void change(char[] before, char[] next) throws Failure {
        enter(before);
        replace(next, "passphrase_changed");
    }

    /** Sets another passphrase without asking for the one before. */
    void replace(char[] next, String how) throws Failure {
        if (next.length < LEAST) throw new Failure(ShopProblem.PASSPHRASE_SHORT, LEAST);
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        byte[] hash = slow(next, ALGORITHM, iterations, salt);
        vault.database()
                .write(tx -> {
                    tx.run(
                            "INSERT INTO owner_passphrase (id, algorithm, iterations, salt, hash,"
                                    + " at) VALUES (1,?,?,?,?,?) ON CONFLICT DO UPDATE SET"
                                    + " algorithm = excluded.algorithm, iterations ="
                                    + " excluded.iterations, salt = excluded.salt, hash ="
                                    + " excluded.hash, at = excluded.at",
                            ALGORITHM,
                            iterations,
                            salt,
                            hash,
                            tx.now());
                    tx.run("DELETE FROM owner_attempt");
                    tx.run("DELETE FROM owner_reset");
                    return ledger.append(tx, EntryKind.VIEW, Facts.of().with("how", how));
                });
    }
}
