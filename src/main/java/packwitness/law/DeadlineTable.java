package packwitness.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Counts the deadlines of each act by the rules of the data. */
final class DeadlineTable {
    /** One deadline of one act. */
    record Row(DeadlineRule rule, Act act, LocalDate knowledge, LocalDate last, boolean passed) {}

    private final List<Row> rows = new ArrayList<>();

    DeadlineTable(
            List<DeadlineRule> rules,
            List<Act> acts,
            Optional<LocalDate> knewOn,
            LocalDate report,
            LocalDate filing) {
        for (Act act : acts) {
            LocalDate knowledge = knowledge(act, acts, knewOn);
            for (DeadlineRule rule : rules) {
                LocalDate last = rule.lastDay(act.date(), knowledge);
                LocalDate step = rule.atReport() ? report : filing;
                rows.add(new Row(rule, act, knowledge, last, step.isAfter(last)));
            }
        }
    }

    /**
     * The day stated for the case belongs to the last act before it. Of an earlier act the merchant
     * may be held to have known at once, so that day is taken unless the act has its own.
     */
    private static LocalDate knowledge(Act act, List<Act> acts, Optional<LocalDate> knewOn) {
        if (act.knewOn().isPresent()) {
            return act.knewOn().get();
        }
        Optional<LocalDate> belongsTo =
                knewOn.flatMap(day ->
                        acts.stream()
                                .map(Act::date)
                                .filter(date -> !date.isAfter(day))
                                .max(Comparator.naturalOrder()));
        return belongsTo.filter(act.date()::equals).flatMap(same -> knewOn).orElse(act.date());
    }

    List<Row> rows() {
        return rows;
    }

    boolean isOpen(Act act, String group) {
        return rows.stream()
                .filter(row -> row.act().equals(act))
                .filter(row -> row.rule().decides() && row.rule().group().equals(group))
                .noneMatch(Row::passed);
    }

    /** Returns {@code all}, {@code some} or {@code none} of these acts are open; none if no act. */
    String state(List<Act> acts, String group) {
        long open = acts.stream().filter(act -> isOpen(act, group)).count();
        if (open == 0) {
            return "none";
        }
        return open == acts.size() ? "all" : "some";
    }

    List<String> groups() {
        return rows.stream().map(row -> row.rule().group()).distinct().toList();
    }
}
