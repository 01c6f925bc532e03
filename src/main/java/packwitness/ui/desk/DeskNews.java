package packwitness.ui.desk;

import packwitness.shipment.DeskEvent;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Speaker;
import packwitness.ui.kit.Tone;

/** Turns what the desk tells of itself into lines and sounds. FX thread only. */
final class DeskNews {
    private final DeskLines lines;
    private final Speaker speaker;
    private final Runnable attention;

    /**
     * Begins to tell.
     *
     * @param attention called when something should be mended while the recording goes on
     */
    DeskNews(DeskLines lines, Speaker speaker, Runnable attention) {
        this.lines = lines;
        this.speaker = speaker;
        this.attention = attention;
    }

    /** Tells one event; returns whether the desk may look different now. */
    boolean hear(DeskEvent event) {
        switch (event.kind()) {
            case "sealed" -> lines.note(Mark.READY, "sealed", lines.waybillOf(event));
            case "damaged" -> lines.note(Mark.TROUBLE, "damaged", lines.waybillOf(event));
            case "seen" -> {
                if (Boolean.TRUE.equals(event.facts().get("is_the_waybill")))
                    lines.note(Mark.OFF, "seen", lines.waybillOf(event));
            }
            case "alarm" -> alarm(event);
            case "warning" -> warning(event);
            case "closing" -> closing(event);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void alarm(DeskEvent event) {
        String name = String.valueOf(event.facts().get("alarm"));
        if (Boolean.TRUE.equals(event.facts().get("over"))) {
            lines.note(Mark.READY, "alarm-over", "");
            return;
        }
        boolean serious = Alarms.isSerious(name);
        lines.noteAs(serious ? Mark.TROUBLE : Mark.ATTENTION, Alarms.key(name), "");
        // The siren of serious trouble begins with the state; here is what a glance could miss.
        if (serious) return;
        speaker.play(Tone.ATTENTION);
        attention.run();
    }

    /** Something is missing from the take that has just ended. */
    private void warning(DeskEvent event) {
        speaker.play(Tone.ATTENTION);
        Object other = event.facts().get("did_you_mean");
        if (other != null) lines.note(Mark.ATTENTION, "warning.LABEL_OTHER", other.toString());
        else
            lines.note(
                    Mark.ATTENTION,
                    "warning." + event.facts().get("warning"),
                    lines.waybillOf(event));
    }

    private void closing(DeskEvent event) {
        String waybill = lines.waybillOf(event);
        switch (String.valueOf(event.facts().get("closing"))) {
            case "CLOSING_SOON" -> {
                speaker.play(Tone.ATTENTION);
                lines.note(Mark.ATTENTION, "closing", waybill);
            }
            case "CLOSED" -> {
                speaker.play(Tone.STOPPED);
                lines.note(Mark.OFF, "closed", waybill);
            }
            default -> lines.note(Mark.READY, "closing-off", waybill);
        }
    }
}
