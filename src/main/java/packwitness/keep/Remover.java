package packwitness.keep;

import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.Database;
import packwitness.storage.StorageProblem;
import packwitness.storage.Transaction;
import packwitness.value.Failure;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes one file out of the vault or brings it back. Each deed is a row of the index and of the
 * ledger first, then the deed on the disk, then a row that it is done; whatever breaks off in
 * between is found by its row and finished by {@link #finish}. One thread, under {@link KeepLock}.
 */
final class Remover {
    static final String QUARANTINE = "quarantine/";

    private final Database database;
    private final Ledger ledger;
    private final Disk disk;
    private final Doer doer;

    /** What became of a file. */
    enum Outcome {
        DONE,
        /** A hold kept it. */
        HELD,
        /** It is not what the index says and stays where it is. */
        NOT_AS_INDEXED,
        /** It is gone or on its way already. */
        NOT_THERE
    }

    Remover(Database database, Ledger ledger, Disk disk, Doer doer) {
        this.database = database;
        this.ledger = ledger;
        this.disk = disk;
        this.doer = doer;
    }

    /** Moves a file into quarantine, unless a hold or an unknown content forbids it. */
    Outcome quarantine(Candidate file) throws Failure {
        if (!disk.exists(file.file())) return Outcome.NOT_THERE;
        if (!asIndexed(file)) return Outcome.NOT_AS_INDEXED;
        Optional<Removal> asked = database.write(tx -> ask(tx, file));
        if (asked.isEmpty()) return Outcome.HELD;
        move(asked.get());
        return Outcome.DONE;
    }

    /** Deletes what waited in quarantine long enough; what is on hold goes back to its place. */
    Outcome delete(Removal removal) throws Failure {
        Optional<Removal> decided = database.write(tx -> decide(tx, removal));
        if (decided.isEmpty()) return Outcome.NOT_THERE;
        return finish(decided.get()) == RemovalState.DELETED ? Outcome.DONE : Outcome.HELD;
    }

    /** Brings a file back from quarantine. */
    Outcome bringBack(Removal removal, String why) throws Failure {
        Optional<Removal> asked =
                database.write(tx -> step(tx, removal, RemovalState.RETURNING, "return", why));
        if (asked.isEmpty()) return Outcome.NOT_THERE;
        finish(asked.get());
        return Outcome.DONE;
    }

    /** Goes on with a deed that was broken off and returns where it ended. */
    RemovalState finish(Removal removal) throws Failure {
        return switch (removal.state()) {
            case MOVING -> move(removal);
            case RETURNING -> comeBack(removal);
            case DELETING -> vanish(removal);
            default -> removal.state();
        };
    }

    private RemovalState move(Removal removal) throws Failure {
        return settle(removal, removal.file(), removal.quarantine(), RemovalState.QUARANTINED);
    }

    private RemovalState comeBack(Removal removal) throws Failure {
        return settle(removal, removal.quarantine(), removal.file(), RemovalState.RETURNED);
    }

    /** Moves the file, or the rest of it where a move was broken off, and says so. */
    private RemovalState settle(Removal removal, String from, String to, RemovalState then)
            throws Failure {
        try {
            boolean here = disk.exists(from);
            boolean there = disk.exists(to);
            if (here && there) {
                // From one volume to another a move is a copy first; only a whole copy counts.
                if (disk.hash(to).equals(removal.sha256())) disk.delete(from);
                else throw new IOException("two files of one removal, and one is another: " + to);
            } else if (here) {
                disk.move(from, to);
            } else if (!there) {
                return end(removal, RemovalState.MISSING);
            }
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, removal.file());
        }
        return end(removal, then);
    }

    /**
     * The writer is held while the bytes go, so that a hold is either before and seen, or after:
     * one that comes between the decision and this moment still brings the file back.
     */
    private RemovalState vanish(Removal removal) throws Failure {
        RemovalState reached =
                database.write(tx -> {
                    if (disk.exists(removal.quarantine()) && Holds.held(tx, removal.take())) {
                        step(tx, removal, RemovalState.RETURNING, "return", "hold");
                        return RemovalState.RETURNING;
                    }
                    try {
                        disk.delete(removal.quarantine());
                    } catch (IOException e) {
                        throw new Failure(StorageProblem.NOT_WRITABLE, e, removal.quarantine());
                    }
                    RemovalTable.step(tx, removal, RemovalState.DELETED);
                    if (removal.kind() == Kind.KEY_FRAME)
                        tx.run("DELETE FROM key_frame WHERE file = ?", removal.file());
                    return RemovalState.DELETED;
                });
        if (reached == RemovalState.DELETED) return reached;
        Optional<Removal> back = database.read(tx -> RemovalTable.find(tx, removal.id()));
        return back.isPresent() ? finish(back.get()) : reached;
    }

    private RemovalState end(Removal removal, RemovalState state) throws Failure {
        database.write(tx -> RemovalTable.step(tx, removal, state));
        return state;
    }

    private Optional<Removal> ask(Transaction tx, Candidate file) throws SQLException {
        boolean recording =
                tx.first(
                                "SELECT state FROM take WHERE id = ?",
                                row -> row.text("state").equals("RECORDING"),
                                file.take().value())
                        .orElse(true);
        if (recording || Holds.held(tx, file.take())) return Optional.empty();
        if (RemovalTable.live(tx, file.file()).isPresent()) return Optional.empty();
        long id = tx.nextId();
        String target = QUARANTINE + id + ending(file.file());
        Facts said =
                Facts.of()
                        .take(file.take())
                        .with("step", "quarantine")
                        .with("what", file.kind())
                        .with("file", file.file())
                        .with("bytes", Math.max(0, file.bytes()))
                        .with("sha256", file.sha256())
                        .with("why", file.why());
        Entry row = ledger.append(tx, EntryKind.ERASE, doer.sign(said));
        RemovalTable.insert(tx, file, id, target, row.seq());
        return RemovalTable.find(tx, id);
    }

    /** Decides in one transaction with the holds: deleted for good, or back to its place. */
    private Optional<Removal> decide(Transaction tx, Removal removal) throws SQLException {
        return Holds.held(tx, removal.take())
                ? step(tx, removal, RemovalState.RETURNING, "return", "hold")
                : step(tx, removal, RemovalState.DELETING, "delete", removal.why());
    }

    private Optional<Removal> step(
            Transaction tx, Removal removal, RemovalState to, String step, String why)
            throws SQLException {
        Facts said =
                Facts.of()
                        .take(removal.take())
                        .with("step", step)
                        .with("what", removal.kind())
                        .with("file", removal.file())
                        .with("bytes", removal.bytes())
                        .with("sha256", removal.sha256())
                        .with("why", why);
        Optional<Removal> now = RemovalTable.find(tx, removal.id());
        if (now.isEmpty() || now.get().state() != removal.state()) return Optional.empty();
        Entry row = ledger.append(tx, EntryKind.ERASE, doer.sign(said));
        RemovalTable.step(tx, removal, to, row.seq());
        return RemovalTable.find(tx, removal.id());
    }

    /** A file that is not what the index says may be what somebody must explain; it stays. */
    private boolean asIndexed(Candidate file) throws Failure {
        try {
            return (file.bytes() < 0 || disk.bytes(file.file()) == file.bytes())
                    && disk.hash(file.file()).equals(file.sha256());
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, file.file());
        }
    }

    private static String ending(String file) {
        return file.endsWith(".jpg") ? ".jpg" : ".mp4";
    }

    /** Returns the moment before which a removal must have been moved to be due. */
    static Instant due(Instant now, RetentionRules rules) {
        return now.minusSeconds(rules.quarantineDays() * 86_400L);
    }
}
