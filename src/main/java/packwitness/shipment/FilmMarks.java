package packwitness.shipment;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The marks of films: what was read and noted while they were recorded, and what people set
 * afterwards, of which the ledger knows. Safe for any thread.
 */
public final class FilmMarks {
    private final Vault vault;
    private final Ledger ledger;

    public FilmMarks(Vault vault, Ledger ledger) {
        this.vault = vault;
        this.ledger = ledger;
    }

    /** A mark as it was set; without a frame it was taken away. */
    private record Row(FilmMark.Kind kind, Optional<Long> atMs) {}

    /** Returns the marks of a take from front to back; each kind that people set at most once. */
    public List<FilmMark> of(Take take) throws Failure {
        List<Row> rows =
                vault.database()
                        .read(tx ->
                                tx.list(
                                        "SELECT kind, coalesce(at_ms, -1) AS at_ms FROM film_mark"
                                                + " WHERE id IN (SELECT max(id) FROM film_mark"
                                                + " WHERE take_id = ? GROUP BY kind)",
                                        row ->
                                                new Row(
                                                        FilmMark.Kind.valueOf(row.text("kind")),
                                                        Optional.of(row.number("at_ms"))
                                                                .filter(at -> at >= 0)),
                                        take.id().value()));
        List<FilmMark> marks = new ArrayList<>();
        for (Row row : rows)
            row.atMs().ifPresent(at -> marks.add(new FilmMark(row.kind(), Duration.ofMillis(at))));
        boolean said = rows.stream().anyMatch(row -> row.kind() == FilmMark.Kind.LABEL);
        if (!said) read(take).ifPresent(at -> marks.add(new FilmMark(FilmMark.Kind.LABEL, at)));
        for (TakeEvent event : take.events())
            if (!event.kind().equals(TakeEvent.TRIM))
                inFilm(take, event.from().orElse(event.at()))
                        .ifPresent(at -> marks.add(new FilmMark(FilmMark.Kind.EVENT, at)));
        marks.sort(Comparator.comparing(FilmMark::at).thenComparing(FilmMark::kind));
        return marks;
    }

    /** Returns where in the film the number of its label was read first. */
    public static Optional<Duration> read(Take take) {
        return take.sightings().stream()
                .filter(Take.Sighting::isTheWaybill)
                .findFirst()
                .flatMap(seen -> inFilm(take, seen.at()));
    }

    private static Optional<Duration> inFilm(Take take, Instant at) {
        return take.stop()
                .map(stop -> Duration.between(stop.firstAt(), at))
                .filter(from -> !from.isNegative());
    }

    /** Sets a mark at this frame of a film; one of its kind that was there before goes. */
    public void set(ShipmentId parcel, TakeId take, FilmMark mark, long frame) throws Failure {
        write(parcel, take, mark.kind(), Optional.of(frame), Optional.of(mark.at().toMillis()));
    }

    /** Takes the mark of this kind away. */
    public void remove(ShipmentId parcel, TakeId take, FilmMark.Kind kind) throws Failure {
        write(parcel, take, kind, Optional.empty(), Optional.empty());
    }

    private void write(
            ShipmentId parcel,
            TakeId take,
            FilmMark.Kind kind,
            Optional<Long> frame,
            Optional<Long> atMs)
            throws Failure {
        if (!kind.isSet()) throw new IllegalArgumentException(kind + " is not set by people");
        vault.database()
                .write(tx -> {
                    tx.run(
                            "INSERT INTO film_mark (id, take_id, kind, frame, at_ms, at) VALUES"
                                    + " (?,?,?,?,?,?)",
                            tx.nextId(),
                            take.value(),
                            kind,
                            frame.orElse(null),
                            atMs.orElse(null),
                            tx.now());
                    return ledger.append(
                            tx,
                            EntryKind.VIEW,
                            Facts.of()
                                    .shipment(parcel)
                                    .take(take)
                                    .with("how", frame.isPresent() ? "marked" : "unmarked")
                                    .with("mark", kind)
                                    .with("frame", frame)
                                    .with("at_ms", atMs));
                });
    }
}
