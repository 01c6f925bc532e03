package packwitness.dossier.matter;

import packwitness.claim.ClaimFacts;
import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.claim.Merchant;
import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.CaseFacts;
import packwitness.dossier.paper.Cover;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.PartyFacts;
import packwitness.dossier.paper.Scope;
import packwitness.dossier.paper.StampLine;
import packwitness.dossier.paper.TimelineEvent;
import packwitness.orders.Order;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.value.Beijing;
import packwitness.value.Fen;
import packwitness.value.Lang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the material of a case into the words of its paper. Same material, same words. */
public final class CaseAssembler {
    private final CaseMaterial material;
    private final CaseWords words;
    private final ExhibitList exhibits = new ExhibitList();
    private final CaseFilming filming;
    private final CaseBuyer buyer;
    private final CaseProof proof;
    private final Optional<ExhibitNo> order;
    private final ExhibitNo application;

    public CaseAssembler(CaseMaterial material, Lang lang) {
        this.material = material;
        this.words = CaseWords.in(lang);
        this.filming = new CaseFilming(material, exhibits, words);
        this.buyer = new CaseBuyer(material, exhibits, words);
        this.proof = new CaseProof(material, exhibits, words);
        this.order =
                material.shipment().orders().stream()
                        .findFirst()
                        .map(o -> trade("order", o.platform()));
        this.application = trade("claim");
    }

    /** Returns what the paper for this reader says, or the annex behind it. */
    public Dossier dossier(Addressee addressee, Scope scope, CaseCounsel counsel) {
        return new Dossier(
                cover(addressee, scope),
                facts(),
                filming.with(timeline()),
                buyer.side(),
                new CaseLaw(material, words, counsel).view(addressee),
                proof.proof(),
                exhibits.all(),
                List.of(),
                Map.of());
    }

    private ExhibitNo trade(String kind, Object... values) {
        return exhibits.add(
                ExhibitList.TRADE,
                words.say(kind + ".name", values),
                words.say(kind + ".source"),
                words.say(kind + ".purpose"),
                Optional.empty());
    }

    private Cover cover(Addressee addressee, Scope scope) {
        Merchant owner = material.merchant();
        PartyFacts merchant =
                new PartyFacts(
                        owner.of(Merchant.Field.NAME),
                        owner.of(Merchant.Field.SHOP),
                        owner.of(Merchant.Field.ID),
                        owner.of(Merchant.Field.ADDRESS),
                        owner.of(Merchant.Field.CONTACT),
                        owner.of(Merchant.Field.PHONE));
        String account = material.claim().buyer().map(Masked::name).orElse("");
        PartyFacts other = new PartyFacts("", account, "", "", "", "");
        return new Cover(
                addressee,
                "",
                material.madeAt(),
                merchant,
                other,
                material.program(),
                words.lang(),
                scope);
    }

    private CaseFacts facts() {
        RefundClaim claim = material.claim();
        Shipment shipment = material.shipment();
        Optional<Order> first = shipment.orders().stream().findFirst();
        String returned = ClaimFacts.GOODS_RETURNED.of(claim);
        return new CaseFacts(
                "PW-" + claim.id(),
                claim.platform(),
                material.merchant().of(Merchant.Field.SHOP),
                first.map(o -> o.number().text()).orElse(""),
                "",
                shipment.waybill().text(),
                "",
                shipment.title(),
                first.flatMap(Order::paid).orElse(claim.amount()),
                claim.amount(),
                claim.obtained() ? claim.amount() : Fen.ZERO,
                claim.reason(),
                "",
                returned.equals("none")
                        ? words.say("goods.state.none")
                        : words.say("goods.state.other", returned),
                ClaimFacts.AUTOMATIC.of(claim).equals("true"),
                order.isPresent() ? List.of(order.get(), application) : List.of(application));
    }

    private List<TimelineEvent> timeline() {
        List<TimelineEvent> events = new ArrayList<>();
        RefundClaim claim = material.claim();
        material.shipment().orders().stream()
                .findFirst()
                .flatMap(Order::placedAt)
                .ifPresent(at -> events.add(event(at, "order", order.orElse(application))));
        for (Take take : filming.closedTakes()) {
            Take.Stop stop = take.stop().orElseThrow();
            ExhibitNo no = filming.recordingOf(take);
            // The views of one take have one scan.
            if (filming.closedTakes().stream()
                    .filter(t -> t.number() == take.number())
                    .findFirst()
                    .equals(Optional.of(take)))
                events.add(event(take.scannedAt(), "scan", no, take.number()));
            events.add(event(stop.lastAt(), "sealed", no, stop.sha256().brief()));
        }
        for (StampLine stamp : proof.stamps())
            events.add(event(stamp.at(), "stamp", stamp.exhibit(), stamp.authorityName()));
        events.add(
                event(filed(claim), "claim", application, claim.reason(), claim.amount().yuan()));
        for (ClaimFile file : claim.files(FileRole.BUYER))
            events.add(event(file.at(), "picture", buyer.exhibitOf(file)));
        return events.stream().sorted(Comparator.comparing(TimelineEvent::at)).toList();
    }

    /**
     * The day of the claim is known, its hour is not: the claim was opened here on that day or
     * later.
     */
    private static Instant filed(RefundClaim claim) {
        Instant startOfDay = claim.filedOn().atStartOfDay(Beijing.TIME).toInstant();
        boolean sameDay =
                claim.openedAt().atZone(Beijing.TIME).toLocalDate().equals(claim.filedOn());
        return sameDay ? claim.openedAt() : startOfDay;
    }

    private TimelineEvent event(Instant at, String kind, ExhibitNo exhibit, Object... values) {
        return new TimelineEvent(
                at,
                words.say("event." + kind, values),
                words.say("brief." + kind),
                List.of(exhibit));
    }
}
