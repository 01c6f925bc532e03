package packwitness.dossier.print;

import org.openpdf.text.BadElementException;
import org.openpdf.text.Element;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfTemplate;

import packwitness.dossier.paper.Filming;
import packwitness.dossier.paper.Footage;
import packwitness.dossier.paper.TimeBracket;
import packwitness.dossier.paper.TimelineEvent;
import packwitness.dossier.paper.Times;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The line of events with the bracket of the recording drawn as a band; not to scale. */
final class TimelineDrawing {
    private static final float HEIGHT = 70;
    private static final float AXIS = 38;
    private static final int MOST_EVENTS = 5;

    private enum Kind {
        FROM,
        RECORDED,
        EVENT,
        TO
    }

    private record Point(Instant at, Kind kind, String name) {}

    private final Ink ink;
    private final PdfTemplate pen;
    private final float width;
    private final List<Point> points;

    private TimelineDrawing(Ink ink, PdfTemplate pen, float width, List<Point> points) {
        this.ink = ink;
        this.pen = pen;
        this.width = width;
        this.points = points;
    }

    /** Draws the first recording and the events that have a brief name. */
    static Image draw(Sheet sheet, Filming filming, Wording words, float width) {
        Footage footage = filming.footage().getFirst();
        List<Point> points = points(footage, filming.events(), words);
        PdfTemplate pen = sheet.writer().getDirectContent().createTemplate(width, HEIGHT);
        new TimelineDrawing(sheet.ink(), pen, width, points).draw(footage.bracket(), words);
        try {
            return Image.getInstance(pen);
        } catch (BadElementException e) {
            throw new IllegalStateException("a drawing", e);
        }
    }

    private static List<Point> points(Footage footage, List<TimelineEvent> events, Wording words) {
        List<Point> points = new ArrayList<>();
        TimeBracket bracket = footage.bracket();
        bracket.notBefore()
                .ifPresent(
                        at -> points.add(new Point(at, Kind.FROM, words.label("timeline.from"))));
        points.add(new Point(footage.begunAt(), Kind.RECORDED, words.label("timeline.recorded")));
        bracket.notAfter()
                .ifPresent(at -> points.add(new Point(at, Kind.TO, words.label("timeline.to"))));
        events.stream()
                .filter(event -> !event.brief().isEmpty())
                .sorted(Comparator.comparing(TimelineEvent::at))
                .limit(MOST_EVENTS)
                .forEach(event -> points.add(new Point(event.at(), Kind.EVENT, event.brief())));
        points.sort(Comparator.comparing(Point::at).thenComparing(Point::kind));
        return points;
    }

    private void draw(TimeBracket bracket, Wording words) {
        band(bracket, words);
        pen.setColorStroke(Style.BLACK);
        pen.setLineWidth(1);
        pen.moveTo(0, AXIS);
        pen.lineTo(width, AXIS);
        pen.stroke();
        for (int i = 0; i < points.size(); i++) point(points.get(i), x(i));
        put(words.label("timeline.scale"), width, HEIGHT - 7, 6.3f, false, Element.ALIGN_RIGHT);
    }

    private float x(int i) {
        float step = width / points.size();
        return step * (i + 0.5f);
    }

    private float x(Kind kind, float otherwise) {
        for (int i = 0; i < points.size(); i++) if (points.get(i).kind() == kind) return x(i);
        return otherwise;
    }

    private void band(TimeBracket bracket, Wording words) {
        if (!Places.bounded(bracket)) {
            put(words.label("timeline.none"), 0, HEIGHT - 7, 7, false, Element.ALIGN_LEFT);
            return;
        }
        float from = x(Kind.FROM, 0);
        float to = x(Kind.TO, width);
        pen.setColorFill(new java.awt.Color(0xdd, 0xdd, 0xdd));
        pen.rectangle(from, AXIS - 6, to - from, 12);
        pen.fill();
        pen.setColorStroke(Style.BLACK);
        pen.setLineWidth(0.9f);
        if (bracket.notBefore().isPresent()) edge(from, 3);
        if (bracket.notAfter().isPresent()) edge(to, -3);
        boolean both = bracket.notBefore().isPresent() && bracket.notAfter().isPresent();
        String name = words.label(both ? "timeline.bracket" : "timeline.open");
        put(name, from, AXIS + 17, 7.3f, true, Element.ALIGN_LEFT);
    }

    /** Draws one end of the bracket, its feet pointing inwards. */
    private void edge(float x, float foot) {
        pen.moveTo(x + foot, AXIS + 11);
        pen.lineTo(x, AXIS + 11);
        pen.lineTo(x, AXIS - 9);
        pen.lineTo(x + foot, AXIS - 9);
        pen.stroke();
    }

    private void point(Point point, float x) {
        pen.setColorFill(Style.BLACK);
        pen.setColorStroke(Style.BLACK);
        switch (point.kind()) {
            case RECORDED -> {
                pen.rectangle(x - 4, AXIS - 4, 8, 8);
                pen.fill();
            }
            case EVENT -> {
                pen.setColorFill(java.awt.Color.WHITE);
                pen.setLineWidth(1.1f);
                pen.circle(x, AXIS, 3.2f);
                pen.fillStroke();
            }
            case FROM, TO -> {}
        }
        put(point.name(), x, AXIS - 18, 7.6f, true, Element.ALIGN_CENTER);
        put(Times.shortDay(point.at()), x, AXIS - 27, 6.8f, false, Element.ALIGN_CENTER);
        put(Times.clock(point.at()), x, AXIS - 36, 6.8f, false, Element.ALIGN_CENTER);
    }

    private void put(String text, float x, float y, float size, boolean strong, int side) {
        pen.setColorFill(Style.BLACK);
        pen.beginText();
        pen.setFontAndSize(ink.face(strong), size);
        pen.showTextAligned(side, ink.clean(text), x, y, 0);
        pen.endText();
    }
}
