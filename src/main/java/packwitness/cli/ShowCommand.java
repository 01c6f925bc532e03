package packwitness.cli;

import packwitness.claim.RefundClaim;
import packwitness.keep.HoldReason;
import packwitness.ledger.Bracket;
import packwitness.ledger.Entry;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows everything known of a parcel. */
@Command(name = "show", description = "显示一个包裹的全部记录 / everything known of a parcel")
final class ShowCommand extends Action {
    @Parameters(paramLabel = "WAYBILL")
    String waybill = "";

    @Option(
            names = "--reveal",
            description = "显示买家全名和备注，并记入账本 / buyer and notes in full; noted in the ledger")
    boolean reveal;

    ShowCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.openExisting(common)) {
            Shipment shipment = shop.index().require(waybill);
            shop.index().viewed(shipment.id(), "show");
            if (reveal) FindCommand.reveal(shop, shipment);
            List<HoldReason> holds = shop.retention().holds(shipment.id());
            List<Entry> entries = shop.ledger().entriesOf(shipment.id());
            List<RefundClaim> claims = shop.claims().of(shipment.id());
            if (common.json) {
                Map<String, Object> map = Views.shipment(shipment, reveal);
                map.put("holds", Views.all(holds, Views::hold));
                map.put("claims", Views.all(claims, c -> Views.claim(c, reveal)));
                map.put("ledger", entries.stream().map(ShowCommand::view).toList());
                map.put("brackets", brackets(shop, shipment));
                desk.json(map);
            } else {
                FindCommand.print(this, shipment, reveal, holds);
                for (var line : brackets(shop, shipment))
                    detail(
                            "cli.bracket",
                            line.get("take") + views(shipment, line.get("view")),
                            known(line.get("not_before")),
                            known(line.get("not_after")));
                for (Take take : shipment.takes())
                    shop.ledger()
                            .pixelBound(take.id())
                            .ifPresent(seen ->
                                    detail(
                                            "cli.bracket.pixels",
                                            take.number(),
                                            seen.frame(),
                                            seen.code(),
                                            seen.notBefore()));
                for (RefundClaim claim : claims)
                    say(
                            "cli.claim",
                            claim.id(),
                            messages().platform(claim.platform()),
                            claim.amount(),
                            claim.state());
                detail("cli.rows", entries.size());
            }
        }
        return ExitCode.DONE;
    }

    private String known(@org.jspecify.annotations.Nullable Object time) {
        return time == null ? messages().say("cli.bracket.none") : time.toString();
    }

    private String views(Shipment shipment, @org.jspecify.annotations.Nullable Object view) {
        boolean several = shipment.takes().stream().map(Take::view).distinct().count() > 1;
        return several ? messages().say("cli.view.beside." + view) : "";
    }

    private static List<Map<String, Object>> brackets(Shop shop, Shipment shipment) throws Failure {
        List<Map<String, Object>> lines = new java.util.ArrayList<>();
        for (Take take : shipment.takes()) {
            if (take.stop().isEmpty()) continue;
            Bracket start = shop.ledger().bracketOf(take.startSeq());
            Bracket stop = shop.ledger().bracketOf(take.stop().get().seq());
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("take", take.number());
            map.put("view", take.view().name());
            map.put("not_before", start.notBefore().map(Object::toString).orElse(null));
            map.put("not_after", stop.notAfter().map(Object::toString).orElse(null));
            map.put("authority", stop.notAfterBy().map(Object::toString).orElse(null));
            map.put("pixels", shop.ledger().pixelBound(take.id()).map(Views::pixels).orElse(null));
            lines.add(map);
        }
        return lines;
    }

    private static Map<String, Object> view(Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seq", entry.seq());
        map.put("kind", entry.kind().name());
        map.put("at", entry.at().toString());
        map.put("leaf", entry.leaf().hex());
        map.put("facts", entry.facts());
        return map;
    }
}
