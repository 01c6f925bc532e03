package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimFile;
import packwitness.claim.RefundClaim;
import packwitness.keep.HoldReason;
import packwitness.keep.Masks;
import packwitness.ledger.PixelBound;
import packwitness.orders.Order;
import packwitness.shipment.ParcelCode;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shipment.TakeEvent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands print as JSON; the names are documented in src/docs/json.md and do not change. */
final class Views {
    private Views() {}

    /** Prints a parcel with the buyer masked. */
    static Map<String, Object> shipment(Shipment s) {
        return shipment(s, false);
    }

    /**
     * Prints a parcel.
     *
     * @param revealed whether buyer and note stand there in full; the ledger knows of it before
     */
    static Map<String, Object> shipment(Shipment s, boolean revealed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("shipment", s.id().value());
        map.put("waybill", s.waybill().text());
        map.put("bound", s.bound());
        map.put("codes", s.codes().stream().map(Views::code).toList());
        map.put("station", s.station());
        map.put("first_scan", s.firstScan().toString());
        map.put("last_scan", s.lastScan().toString());
        map.put("hold", s.holdReason().orElse(null));
        map.put("claims", s.claims());
        map.put("orders", s.orders().stream().map(o -> order(o, revealed)).toList());
        map.put("takes", s.takes().stream().map(Views::take).toList());
        map.put("numbers", numbers(s));
        return map;
    }

    /** Groups the originals by the take that they show. */
    private static List<Map<String, Object>> numbers(Shipment s) {
        List<Map<String, Object>> numbers = new ArrayList<>();
        for (int number : s.takes().stream().map(Take::number).distinct().toList()) {
            List<Take> views = s.takes().stream().filter(t -> t.number() == number).toList();
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("number", number);
            map.put("label_seen", views.stream().anyMatch(Take::labelSeen));
            Map<String, Object> ids = new LinkedHashMap<>();
            for (Take view : views) ids.put(view.view().name(), view.id().value());
            map.put("views", ids);
            numbers.add(map);
        }
        return numbers;
    }

    static Map<String, Object> hold(HoldReason reason) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", reason.kind().name());
        map.put("said", reason.said());
        return map;
    }

    private static Map<String, Object> code(ParcelCode code) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", code.kind().name());
        map.put("code", code.code());
        map.put("at", code.at().toString());
        return map;
    }

    private static Map<String, Object> event(TakeEvent event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", event.kind());
        map.put("detail", event.detail());
        map.put("at", event.at().toString());
        map.put("from", event.from().map(Object::toString).orElse(null));
        map.put("to", event.to().map(Object::toString).orElse(null));
        return map;
    }

    private static Map<String, Object> order(Order o, boolean revealed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("platform", o.platform());
        map.put("order", o.number().text());
        map.put("buyer", name(o.buyer(), revealed));
        map.put("note", o.note().map(note -> revealed ? note : Masks.name(note)).orElse(null));
        map.put("paid", o.paid().map(Object::toString).orElse(null));
        map.put("placed_at", o.placedAt().map(Object::toString).orElse(null));
        map.put("titles", o.items().stream().map(Order.Item::title).toList());
        map.put("waybills", o.waybills().stream().map(Object::toString).toList());
        return map;
    }

    static Map<String, Object> take(Take t) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("take", t.id().value());
        map.put("number", t.number());
        map.put("view", t.view().name());
        map.put("state", t.state().name());
        map.put("station", t.station());
        map.put("camera", t.camera());
        map.put("file", t.file());
        map.put("scanned_at", t.scannedAt().toString());
        Optional<Take.Stop> stop = t.stop();
        if (stop.isPresent()) {
            Take.Stop s = stop.get();
            map.put("bytes", s.bytes());
            map.put("sha256", s.sha256().hex());
            map.put("chain", s.chain().hex());
            map.put("stream_sha256", s.stream().map(Object::toString).orElse(null));
            map.put("segments", s.segments());
            map.put("received", s.received());
            map.put("dropped", s.dropped());
            map.put("recorded", s.recorded());
            map.put("preroll_frames", s.preRoll());
            map.put("first_at", s.firstAt().toString());
            map.put("last_at", s.lastAt().toString());
            map.put("reason", s.reason());
            map.put("gaps", s.gaps());
        }
        map.put("seen", t.sightings().stream().map(Views::sighting).toList());
        map.put("stills", t.stills().stream().map(Take.Still::file).toList());
        map.put("events", t.events().stream().map(Views::event).toList());
        return map;
    }

    /** What the camera saw of the code of a checkpoint. */
    static Map<String, Object> pixels(PixelBound seen) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("not_before", seen.notBefore().toString());
        map.put("code", seen.code());
        map.put("frame", seen.frame());
        map.put("authority", seen.notBeforeBy().name());
        return map;
    }

    private static @Nullable String name(Optional<String> name, boolean revealed) {
        return name.map(full -> revealed ? full : Masks.name(full)).orElse(null);
    }

    /** Prints a claim with the buyer masked. */
    static Map<String, Object> claim(RefundClaim c) {
        return claim(c, false);
    }

    /** Prints a claim; the buyer in full only where the ledger knows of it. */
    static Map<String, Object> claim(RefundClaim c, boolean revealed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("claim", c.id().value());
        map.put("shipment", c.shipment().value());
        map.put("platform", c.platform());
        map.put("reason", c.reason());
        map.put("amount", c.amount().yuan());
        map.put("outcome", c.obtained() ? "obtained" : "attempted");
        map.put("filed_on", c.filedOn().toString());
        map.put("deadline", c.deadline().map(Object::toString).orElse(null));
        map.put("buyer", name(c.buyer(), revealed));
        map.put("facts", c.facts());
        map.put("state", c.state().name());
        map.put("decided_by", c.decidedBy().orElse(null));
        map.put("files", c.files().stream().map(Views::file).toList());
        return map;
    }

    static Map<String, Object> file(ClaimFile f) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", f.id());
        map.put("role", f.role().name());
        map.put("name", f.name());
        map.put("file", f.file());
        map.put("bytes", f.bytes());
        map.put("sha256", f.sha256().hex());
        map.put("obtained", f.obtained());
        return map;
    }

    static <T> List<Map<String, Object>> all(
            List<T> values, java.util.function.Function<T, Map<String, Object>> view) {
        return values.stream().map(view).toList();
    }

    private static Map<String, Object> sighting(Take.Sighting s) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", s.code());
        map.put("symbology", s.symbology());
        map.put("frame", s.frame());
        map.put("at", s.at().toString());
        map.put("is_the_waybill", s.isTheWaybill());
        return map;
    }
}
