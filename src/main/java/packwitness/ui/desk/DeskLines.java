package packwitness.ui.desk;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import packwitness.shipment.DeskEvent;
import packwitness.ui.kit.Mark;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happened last at the desk, newest first, by the waybills it happened to. FX thread only. */
final class DeskLines {
    private static final int LINES = 40;
    private static final int REMEMBERED_TAKES = 50;

    private final Clock clock;
    private final ObservableList<DeskLine> all = FXCollections.observableArrayList();
    private final Map<Object, String> waybills = new LinkedHashMap<>();

    DeskLines(Clock clock) {
        this.clock = clock;
    }

    ObservableList<DeskLine> all() {
        return all;
    }

    /** Adds a line; the sentence stands under {@code ui.desk.line.} and its name. */
    void note(Mark mark, String name, String subject) {
        noteAs(mark, "ui.desk.line." + name, subject);
    }

    /** Adds a line by the whole key of its sentence. */
    void noteAs(Mark mark, String key, String subject) {
        all.addFirst(new DeskLine(clock.instant(), mark, key, subject));
        if (all.size() > LINES) all.removeLast();
    }

    /** Remembers what was scanned for a take, for events know takes only. */
    void remember(Object take, String waybill) {
        waybills.put(take, waybill);
        if (waybills.size() > REMEMBERED_TAKES)
            waybills.remove(waybills.keySet().iterator().next());
    }

    String waybillOf(DeskEvent event) {
        Object take = event.facts().get("take");
        return take == null ? "" : waybills.getOrDefault(take, "");
    }
}
