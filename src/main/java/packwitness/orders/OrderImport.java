package packwitness.orders;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes in the files of orders, waybills and refunds that platforms export; the same file twice
 * changes nothing. Safe for any thread; imports run one after another.
 */
public final class OrderImport {
    private static final int SAMPLE = 20;

    private final Vault vault;
    private final Ledger ledger;
    private final ZoneId zone;
    private final Headings known = new Headings();
    private final Lock one = new ReentrantLock();

    /**
     * @param zone in which the files' times are written
     */
    public OrderImport(Vault vault, Ledger ledger, ZoneId zone) {
        this.vault = vault;
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * What came of a file.
     *
     * @param orders how many different orders it names
     * @param withoutWaybill those of them that it gives no waybill for
     * @param unmatched headings that were not taken in
     * @param importId by which it is undone
     * @param before whether the very same file had been taken in already; nothing was done then
     * @param whole false where it was stopped on the way
     * @param made orders that were not there before
     * @param changed orders of which it said something new
     * @param refunds rows that speak of a refund
     */
    public record Imported(
            Path file,
            String platform,
            int orders,
            int withoutWaybill,
            List<String> unmatched,
            long importId,
            FileKind kind,
            boolean before,
            boolean whole,
            long rows,
            int made,
            int changed,
            int refunds,
            List<RowTrouble> troubles,
            Map<RowTrouble.Kind, Long> troubleCounts) {

        public Imported {
            unmatched = List.copyOf(unmatched);
            troubles = List.copyOf(troubles);
            troubleCounts = Map.copyOf(troubleCounts);
        }
    }

    /**
     * What undoing an import did.
     *
     * @param removed orders and refunds that went
     * @param restored values that are as they were before
     * @param left what stayed because something later needs it
     * @param whole false where it was stopped on the way; asked again, it goes on
     */
    public record Undone(long importId, int removed, int restored, int left, boolean whole) {}

    /** Reads a file and says how it is understood; nothing is kept, and a fault is data. */
    public ImportPreview preview(Path file, Mapping chosen) throws Failure {
        Checked checked = check(file, chosen, SAMPLE);
        Optional<ImportTable.Open> same = same(hash(file), effective(checked, chosen));
        return ImportPreview.of(
                checked,
                same.filter(open -> open.state() == ImportRecord.State.DONE)
                        .map(ImportTable.Open::at));
    }

    /** Reads a file without a vault and says how it is understood by what we know of headings. */
    public static ImportPreview look(Path file, ZoneId zone) throws Failure {
        OrderFile read = new OrderFile(file, zone, new Headings(), any -> Mapping.NONE, 0);
        return ImportPreview.of(Checked.of(file, read), Optional.empty());
    }

    /** Takes in a file by the headings that are known. */
    public Imported take(Path file) throws Failure {
        return take(file, Mapping.NONE, Progress.QUIET);
    }

    /**
     * Takes in a file. Every row is read before the first is kept, so a refused file leaves nothing
     * behind; then portions of it become durable one after another.
     *
     * @param chosen what a person says about its headings; it is remembered for files like it
     */
    public Imported take(Path file, Mapping chosen, Progress progress) throws Failure {
        one.lock();
        try {
            finishAllBut(file.toAbsolutePath().normalize());
            Checked checked = check(file, chosen, 0);
            if (checked.refusal().isPresent()) throw checked.refusal().get();
            checkHeadings(file, checked.columns().headings(), chosen);
            Sha256 hash = hash(file);
            Mapping mapping = effective(checked, chosen);
            Optional<ImportTable.Open> same = same(hash, mapping);
            if (same.isPresent() && same.get().state() == ImportRecord.State.DONE)
                return imported(checked, same.get().id(), true, true);
            ImportTable.Open mark = same.isPresent() ? same.get() : begin(checked, hash, mapping);
            if (!chosen.isEmpty()) remember(checked.columns().headings(), mapping);
            boolean whole = keep(checked, mark, progress);
            return imported(checked, mark.id(), false, whole);
        } finally {
            one.unlock();
        }
    }

    /**
     * Takes back what the import brought, except what something later needs, in portions like those
     * it came in. Stopped on the way it is finished when asked again, or with the next import.
     */
    public Undone undo(long importId, Progress progress) throws Failure {
        one.lock();
        try {
            ImportTable.Open open =
                    vault.database()
                            .read(tx -> ImportTable.open(tx, importId))
                            .orElseThrow(() -> new Failure(OrdersProblem.UNKNOWN_IMPORT, importId));
            if (open.state() == ImportRecord.State.UNDONE)
                throw new Failure(OrdersProblem.ALREADY_UNDONE, importId);
            return undoIt(importId, progress);
        } finally {
            one.unlock();
        }
    }

    /** Returns the newest imports, undone ones among them. */
    public List<ImportRecord> history(int most) throws Failure {
        return vault.database().read(tx -> ImportTable.newest(tx, most));
    }

    /** Finishes what a crash or a stop has left half done, where its file still lies there. */
    private void finishAllBut(Path asked) throws Failure {
        for (ImportTable.Open open : vault.database().read(ImportTable::interrupted)) {
            if (open.state() == ImportRecord.State.UNDOING) undoIt(open.id(), Progress.QUIET);
            else if (!open.path().equals(asked) && isThere(open)) finish(open);
        }
    }

    private void finish(ImportTable.Open open) throws Failure {
        Checked checked = check(open.path(), open.mapping(), 0);
        if (checked.refusal().isEmpty()) keep(checked, open, Progress.QUIET);
    }

    private static boolean isThere(ImportTable.Open open) {
        try {
            return Files.isRegularFile(open.path())
                    && EvidenceFolder.hash(open.path()).equals(open.hash());
        } catch (IOException notReadableNow) {
            return false;
        }
    }

    private Undone undoIt(long importId, Progress progress) throws Failure {
        vault.database()
                .write(tx -> {
                    ImportTable.state(tx, importId, ImportRecord.State.UNDOING);
                    return true;
                });
        Undone done = new Undo(vault, importId, progress).run();
        if (!done.whole()) return done;
        vault.database()
                .write(tx -> {
                    ImportTable.state(tx, importId, ImportRecord.State.UNDONE);
                    return ledger.append(
                            tx,
                            EntryKind.IMPORT,
                            Facts.of()
                                    .with("step", "undone")
                                    .with("import", importId)
                                    .with("removed", done.removed())
                                    .with("restored", done.restored())
                                    .with("left", done.left()));
                });
        return done;
    }

    private boolean keep(Checked checked, ImportTable.Open mark, Progress progress) throws Failure {
        Columns columns = checked.columns();
        OrderStore store =
                new OrderStore(mark.id(), columns.platform(), columns.kind(), checked.troubles());
        OrderFile file = file(checked.file(), mark.mapping(), 0);
        Taking taking = new Taking(vault, store, mark, checked.rows(), progress);
        file.read(taking::see);
        if (!taking.finish()) return false;
        if (!isThere(mark))
            throw new Failure(OrdersProblem.FILE_CHANGED, mark.id(), Sheet.name(mark.path()));
        vault.database()
                .write(tx -> {
                    ImportTable.state(tx, mark.id(), ImportRecord.State.DONE);
                    return ledger.append(
                            tx,
                            EntryKind.IMPORT,
                            Facts.of()
                                    .with("import", mark.id())
                                    .with("sha256", mark.hash())
                                    .with("platform", columns.platform())
                                    .with("kind", columns.kind())
                                    .with("rows", checked.rows())
                                    .with("orders", checked.orders()));
                });
        return true;
    }

    private ImportTable.Open begin(Checked checked, Sha256 hash, Mapping mapping) throws Failure {
        return vault.database().write(tx -> ImportTable.begin(tx, checked, hash, mapping));
    }

    private void remember(List<String> headings, Mapping mapping) throws Failure {
        vault.database()
                .write(tx -> {
                    ImportTable.keep(tx, headings, mapping);
                    return true;
                });
    }

    private Optional<ImportTable.Open> same(Sha256 hash, Mapping mapping) throws Failure {
        return vault.database().read(tx -> ImportTable.same(tx, hash, mapping));
    }

    private Imported imported(Checked checked, long id, boolean before, boolean whole)
            throws Failure {
        ImportRecord record = vault.database().read(tx -> ImportTable.record(tx, id)).orElseThrow();
        return new Imported(
                checked.file(),
                checked.columns().platform(),
                checked.orders(),
                checked.withoutWaybill(),
                checked.columns().unmatched(),
                id,
                checked.columns().kind(),
                before,
                whole,
                checked.rows(),
                before ? 0 : record.made(),
                before ? 0 : record.changed(),
                checked.refunds(),
                checked.troubles().kept(),
                checked.troubles().counts());
    }

    /**
     * What is said of a heading that is not there is a slip of the pen and must not pass unseen.
     */
    private static void checkHeadings(Path file, List<String> headings, Mapping chosen)
            throws Failure {
        List<String> there = headings.stream().map(Headings::plain).toList();
        for (String heading : chosen.fields().keySet())
            if (!there.contains(Headings.plain(heading)))
                throw new Failure(OrdersProblem.UNKNOWN_HEADING, heading, Sheet.name(file));
    }

    private Checked check(Path file, Mapping chosen, int samples) throws Failure {
        return Checked.of(file, file(file, chosen, samples));
    }

    private OrderFile file(Path file, Mapping chosen, int samples) throws Failure {
        // Read once here: what is asked for while the file is read can report no trouble.
        Map<String, Mapping> remembered = vault.database().read(ImportTable::mappings);
        return new OrderFile(
                file,
                zone,
                known,
                headings ->
                        chosen.over(
                                remembered.getOrDefault(
                                        Columns.fingerprint(headings), Mapping.NONE)),
                samples);
    }

    /** Returns what holds for this file: what is said now over what was said of such files. */
    private Mapping effective(Checked checked, Mapping chosen) throws Failure {
        return chosen.over(
                vault.database().read(tx -> ImportTable.mapping(tx, checked.columns().headings())));
    }

    private static Sha256 hash(Path file) throws Failure {
        try {
            return EvidenceFolder.hash(file);
        } catch (IOException e) {
            throw new Failure(OrdersProblem.UNREADABLE, e, Sheet.name(file));
        }
    }
}
