package packwitness.keep;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.Database;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.time.Clock;
import java.time.Instant;

/** One run of a plan; used once, by one thread, under {@link KeepLock}. */
final class Run {
    private static final long DAY = 86_400;

    private final Database database;
    private final Ledger ledger;
    private final Clock clock;
    private final RetentionPlan plan;
    private final Doer doer;
    private final RetentionProgress progress;
    private final Remover remover;
    private int done;
    private int quarantined;
    private long quarantinedBytes;
    private int deleted;
    private long deletedBytes;
    private int back;
    private int rows;
    private int persons;
    private int held;
    private int notAsIndexed;
    private int troubles;
    private boolean cancelled;

    Run(
            Database database,
            Ledger ledger,
            Disk disk,
            Clock clock,
            RetentionPlan plan,
            Doer doer,
            RetentionProgress progress) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
        this.plan = plan;
        this.doer = doer;
        this.progress = progress;
        this.remover = new Remover(database, ledger, disk, doer);
    }

    RetentionResult run() throws Failure {
        // What is on hold comes back before anything goes.
        for (Removal one : plan.back()) each(() -> count(remover.bringBack(one, "hold"), one));
        for (Removal one : plan.due()) each(() -> delete(one));
        for (Candidate one : plan.files()) each(() -> quarantine(one));
        for (ShipmentId one : plan.rows()) each(() -> row(one));
        if (plan.persons() > 0) each(this::persons);
        return new RetentionResult(
                quarantined,
                quarantinedBytes,
                deleted,
                deletedBytes,
                back,
                rows,
                persons,
                held,
                notAsIndexed,
                troubles,
                cancelled);
    }

    private interface Deed {
        void run() throws Failure;
    }

    private void each(Deed deed) {
        if (cancelled) return;
        try {
            deed.run();
        } catch (Failure e) {
            troubles++;
            System.getLogger("packwitness.keep")
                    .log(System.Logger.Level.ERROR, "left as it is: " + e.problem().key(), e);
        }
        cancelled = !progress.goOn(++done, plan.steps()) && done < plan.steps();
    }

    private void count(Remover.Outcome outcome, Removal removal) {
        if (outcome == Remover.Outcome.DONE) back++;
    }

    private void delete(Removal removal) throws Failure {
        switch (remover.delete(removal)) {
            case DONE -> {
                deleted++;
                deletedBytes += removal.bytes();
            }
            case HELD -> back++;
            default -> {}
        }
    }

    private void quarantine(Candidate file) throws Failure {
        switch (remover.quarantine(file)) {
            case DONE -> {
                quarantined++;
                quarantinedBytes += Math.max(0, file.bytes());
            }
            case HELD -> held++;
            case NOT_AS_INDEXED -> notAsIndexed++;
            case NOT_THERE -> {}
        }
    }

    private void row(ShipmentId parcel) throws Failure {
        String why = "retention " + plan.rules().rowDays() + " days";
        Instant before = before(plan.rules().rowDays());
        if (database.write(tx -> new Rows(ledger).delete(tx, parcel, before, why))) rows++;
        else held++;
    }

    private void persons() throws Failure {
        Instant before = before(plan.rules().personDays());
        persons +=
                database.write(tx -> {
                    int emptied = OrderData.forgetBefore(tx, before);
                    if (emptied > 0)
                        ledger.append(
                                tx,
                                EntryKind.ERASE,
                                doer.sign(
                                        Facts.of()
                                                .with("step", "persons")
                                                .with("orders", emptied)
                                                .with("why", "DAYS " + plan.rules().personDays())));
                    return emptied;
                });
    }

    private Instant before(int days) {
        return clock.instant().minusSeconds(days * DAY);
    }
}
