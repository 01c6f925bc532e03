package packwitness.shop;

import packwitness.shop.Reminder.Stage;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which reminders are due; what was shown is kept, so that a restart repeats nothing. */
final class Reminders {
    /** How long a deadline that went by is told of. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final Vault vault;

    Reminders(Vault vault) {
        this.vault = vault;
    }

    private record Key(long claim, String due, long at, String stage) {
        static Key of(DueClaim claim, Due due, Stage stage) {
            return new Key(
                    claim.claim().id().value(), due.name(), due.at().toEpochMilli(), stage.name());
        }
    }

    /**
     * Returns the nearest stage of each deadline that was not shown yet, what is lost first first.
     */
    List<Reminder> due(List<DueClaim> claims, Instant now) throws Failure {
        Set<Key> shown = shown();
        List<Reminder> result = new ArrayList<>();
        for (DueClaim claim : claims)
            for (Due due : claim.dues()) {
                if (!due.remind()) continue;
                stage(due, now)
                        .or(() -> passed(claim, due, now, shown))
                        .filter(stage -> !shown.contains(Key.of(claim, due, stage)))
                        .ifPresent(stage -> result.add(new Reminder(claim, due, stage)));
            }
        result.sort(byLoss(now));
        return result;
    }

    /** As the board: red ones by time, others by the time left for each yuan. */
    private static Comparator<Reminder> byLoss(Instant now) {
        return Comparator.comparing((Reminder one) -> !one.red(now))
                .thenComparingDouble(one -> one.weight(now))
                .thenComparing(one -> one.claim().claim().id().value());
    }

    /**
     * Returns that a deadline of this claim went by within the last week and nobody was told. Who
     * was told of it has acted or not; that it is over is then no news.
     */
    private static Optional<Stage> passed(DueClaim claim, Due due, Instant now, Set<Key> shown) {
        boolean lately =
                !due.at().isAfter(now)
                        && due.at().isAfter(now.minus(NEWS))
                        && due.at().isAfter(claim.claim().openedAt());
        boolean told =
                Stream.of(Stage.values())
                        .filter(stage -> stage != Stage.PASSED)
                        .anyMatch(stage -> shown.contains(Key.of(claim, due, stage)));
        return lately && !told ? Optional.of(Stage.PASSED) : Optional.empty();
    }

    private static Optional<Stage> stage(Due due, Instant now) {
        Optional<Stage> nearest = Optional.empty();
        Duration left = Duration.between(now, due.at());
        for (Stage stage : Stage.values())
            if (stage.speaksOf(due) && due.at().isAfter(now) && left.compareTo(stage.before()) <= 0)
                nearest = Optional.of(stage);
        return nearest;
    }

    private Set<Key> shown() throws Failure {
        Set<Key> shown = new HashSet<>();
        vault.database()
                .read(tx -> {
                    tx.each(
                            "SELECT claim_id, due, due_at, stage FROM claim_reminder",
                            row ->
                                    shown.add(
                                            new Key(
                                                    row.number("claim_id"),
                                                    row.text("due"),
                                                    row.number("due_at"),
                                                    row.text("stage"))));
                    return shown;
                });
        return shown;
    }

    void shown(Reminder reminder) throws Failure {
        Key key = Key.of(reminder.claim(), reminder.due(), reminder.stage());
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT OR IGNORE INTO claim_reminder (claim_id, due, due_at,"
                                        + " stage, shown_at) VALUES (?,?,?,?,?)",
                                key.claim(),
                                key.due(),
                                key.at(),
                                key.stage(),
                                tx.now()));
    }
}
