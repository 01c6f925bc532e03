package packwitness.keep;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.shipment.search.Finder;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets things go by the owner's rules: video, then key frames, then the row. Safe for any thread;
 * one run at a time among all programs on the vault.
 */
public final class Retention {
    private static final System.Logger LOG = System.getLogger("packwitness.keep");

    private final Vault vault;
    private final Ledger ledger;
    private final Clock clock;
    private final Disk disk;

    public Retention(Vault vault, Ledger ledger, Clock clock) {
        this(vault, ledger, clock, new VaultDisk(vault.files()));
    }

    /** For benchmarks that put a disk of their own under the same code. */
    public Retention(Vault vault, Ledger ledger, Clock clock, Disk disk) {
        this.vault = vault;
        this.ledger = ledger;
        this.clock = clock;
        this.disk = disk;
    }

    public RetentionRules rules() throws Failure {
        return vault.database().read(RuleTable::read);
    }

    /** Sets the rules; the ledger says which ones hold from now on. */
    public void rules(RetentionRules rules, Doer doer) throws Failure {
        vault.database()
                .write(tx -> {
                    RuleTable.write(tx, rules);
                    Facts said = Facts.of().with("event", "RETENTION_RULES");
                    for (Map.Entry<String, Long> rule : rules.values().entrySet())
                        said = said.with(rule.getKey(), rule.getValue());
                    return ledger.append(tx, EntryKind.EVENT, doer.sign(said));
                });
    }

    /** Returns what the rules let go now. */
    public RetentionPlan plan() throws Failure {
        Instant now = clock.instant();
        return vault.database().read(tx -> new Planner(disk, RuleTable.read(tx), now).plan(tx));
    }

    /** Returns when the disk will be full. */
    public Forecast forecast() throws Failure {
        Instant now = clock.instant();
        return vault.database()
                .read(tx -> {
                    try {
                        return new Forecaster(disk, RuleTable.read(tx), now, clock.getZone())
                                .forecast(tx);
                    } catch (IOException e) {
                        throw new Failure(StorageProblem.FILE_UNREADABLE, e, vault.root());
                    }
                });
    }

    /**
     * Does what the plan says, as far as it still may be done: holds that came after it was made
     * are heeded, what changed since is left alone. A file that resists is told and left to the
     * next start.
     */
    public RetentionResult run(RetentionPlan plan, Doer doer, RetentionProgress progress)
            throws Failure {
        try (KeepLock _ = KeepLock.require(vault.root())) {
            Instant began = clock.instant();
            try {
                finishAll(doer);
                RetentionResult result =
                        new Run(vault.database(), ledger, disk, clock, plan, doer, progress).run();
                note(doer, began, result, Optional.empty());
                // What the search remembers of rows that went goes with them.
                new Finder(vault.database()).settle();
                return result;
            } catch (Failure e) {
                note(doer, began, RetentionResult.nothing(), Optional.of(e.problem().key()));
                throw e;
            }
        }
    }

    private void note(Doer doer, Instant began, RetentionResult result, Optional<String> problem)
            throws Failure {
        RunNote note = new RunNote(doer.door(), began, clock.instant(), result, problem);
        vault.database().write(tx -> NoteTable.insert(tx, note));
    }

    /** Returns what the last runs did, the newest first. */
    public List<RunNote> notes(int limit) throws Failure {
        return vault.database().read(tx -> NoteTable.newest(tx, limit));
    }

    /** Returns when a run through this door last began that nobody ended before its time. */
    public Optional<Instant> lastWhole(String door) throws Failure {
        return vault.database().read(tx -> NoteTable.lastWhole(tx, door));
    }

    /** Returns the parcels of which files wait in quarantine, the longest waiting first. */
    public List<Waiting> waiting(int limit) throws Failure {
        return vault.database().read(tx -> Waiting.oldest(tx, limit));
    }

    /**
     * Finishes what a program that died left half done, and brings back what is in quarantine and
     * on hold; returns how many files that were. Does nothing while another program is at it.
     */
    public int finish(Doer doer, RetentionProgress progress) throws Failure {
        Optional<KeepLock> lock = KeepLock.take(vault.root());
        if (lock.isEmpty()) return 0;
        try (KeepLock _ = lock.get()) {
            int done = finishAll(doer);
            Remover remover = remover(doer);
            List<Removal> held = vault.database().read(RemovalTable::heldInQuarantine);
            int at = 0;
            for (Removal removal : held) {
                if (quietly(() -> remover.bringBack(removal, "hold"))) done++;
                if (!progress.goOn(++at, held.size())) break;
            }
            return done;
        }
    }

    /** Returns what became of a recording's video, where retention has touched it. */
    public Optional<Removal> fateOf(TakeId take) throws Failure {
        return vault.database()
                .read(tx ->
                        tx.first(
                                "SELECT * FROM keep_removal WHERE take_id = ? AND kind = 'VIDEO'"
                                        + " AND state <> 'RETURNED' ORDER BY id DESC LIMIT 1",
                                RemovalTable::removal,
                                take.value()));
    }

    /** Returns what waits in quarantine, oldest first. */
    public List<Removal> quarantined() throws Failure {
        return vault.database().read(tx -> RemovalTable.in(tx, RemovalState.QUARANTINED));
    }

    /** Returns all reasons why nothing of the parcel may go; none where it is not on hold. */
    public List<HoldReason> holds(ShipmentId id) throws Failure {
        return vault.database().read(tx -> HoldReason.of(tx, id));
    }

    /** Returns whether the parcel is on hold: by hand, by claim or by the amount of its order. */
    public boolean held(ShipmentId id) throws Failure {
        return vault.database().read(tx -> Holds.held(tx, id));
    }

    private int finishAll(Doer doer) throws Failure {
        Remover remover = remover(doer);
        int done = 0;
        for (RemovalState state :
                List.of(RemovalState.RETURNING, RemovalState.MOVING, RemovalState.DELETING))
            for (Removal removal : vault.database().read(tx -> RemovalTable.in(tx, state)))
                if (quietly(() -> remover.finish(removal))) done++;
        return done;
    }

    private Remover remover(Doer doer) {
        return new Remover(vault.database(), ledger, disk, doer);
    }

    private interface Deed {
        Object run() throws Failure;
    }

    /** One file that resists must not keep the shop from opening; its row keeps it in mind. */
    private static boolean quietly(Deed deed) {
        try {
            deed.run();
            return true;
        } catch (Failure e) {
            LOG.log(System.Logger.Level.ERROR, "not finished: " + e.problem().key(), e);
            return false;
        }
    }
}
