package packwitness.shop;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to do without the owner's passphrase. Either somebody holds a copy of the device key with
 * its passphrase, which only the owner could make; or he asks and waits three days, while every
 * owner who enters sees it and ends it. Each step is a row of the ledger. Safe for any thread.
 */
public final class LostPassphrase {
    /** How long who has no copy of the key must wait. */
    public static final Duration WAIT = Duration.ofDays(3);

    private final Vault vault;
    private final Ledger ledger;
    private final OwnerPassphrase passphrase;
    private final Clock clock;

    LostPassphrase(Vault vault, Ledger ledger, OwnerPassphrase passphrase, Clock clock) {
        this.vault = vault;
        this.ledger = ledger;
        this.passphrase = passphrase;
        this.clock = clock;
    }

    /** Returns from when on a new passphrase may be set, where somebody has asked. */
    public Optional<Instant> from() throws Failure {
        return vault.database()
                .read(tx -> tx.first("SELECT at FROM owner_reset", row -> row.instant("at")))
                .map(at -> at.plus(WAIT));
    }

    /**
     * Asks for a new passphrase and returns from when on it may be set; asking twice waits once.
     */
    public Instant ask() throws Failure {
        if (!passphrase.isSet()) throw new Failure(ShopProblem.NO_PASSPHRASE);
        Optional<Instant> asked = from();
        if (asked.isPresent()) return asked.get();
        vault.database()
                .write(tx -> {
                    tx.run("INSERT INTO owner_reset (id, at) VALUES (1, ?)", tx.now());
                    return ledger.append(
                            tx, EntryKind.VIEW, Facts.of().with("how", "passphrase_lost"));
                });
        return from().orElseThrow();
    }

    /** Sets a new passphrase after the wait. */
    public void reset(char[] next) throws Failure {
        Optional<Instant> from = from();
        if (from.isEmpty()) throw new Failure(ShopProblem.NOT_ASKED, WAIT.toDays());
        if (clock.instant().isBefore(from.get()))
            throw new Failure(ShopProblem.MUST_WAIT, from.get());
        passphrase.replace(next, "passphrase_reset_after_wait");
    }

    /** Sets a new passphrase at once for who holds a copy of the key that signs. */
    public void reset(Path copy, char[] copyPassphrase, char[] next) throws Failure {
        if (!Files.isRegularFile(copy)) throw new Failure(StorageProblem.FILE_UNREADABLE, copy);
        DeviceKey held = DeviceKey.openOrMake(copy, copyPassphrase, clock);
        if (!ledger.signsWith(held.fingerprint())) throw new Failure(ShopProblem.OTHER_KEY, copy);
        passphrase.replace(next, "passphrase_reset_by_key");
    }
}
