package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.claim.ClaimFacts;
import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.claim.Merchant;
import packwitness.claim.RefundClaim;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Outside;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the case has, what it lacks and who can supply it. FX thread only. */
final class ChecksPane {
    private final ClaimsViewModel model;
    private final Words words;
    private final Times times;
    private final Outside outside;
    private final VBox node = new VBox(0);

    ChecksPane(ClaimsViewModel model, Words words, Times times, Outside outside) {
        this.model = model;
        this.words = words;
        this.times = times;
        this.outside = outside;
        node.setId("case-checks");
        WhenSeen seen = new WhenSeen(model.tab(), CaseTab.CHECKS, this::fill);
        model.page().subscribe(now -> seen.stale());
        model.merchant().kept().subscribe(now -> seen.stale());
        words.lang().subscribe(now -> seen.stale());
    }

    Node node() {
        return node;
    }

    private void fill() {
        node.getChildren().clear();
        model.page()
                .get()
                .ifPresent(page -> {
                    for (Checklist.Item item : Checklist.of(page).items())
                        node.getChildren().add(row(item));
                    node.getChildren().add(carrier(page.claim()));
                    node.getChildren().add(merchant());
                    if (page.claim().files().isEmpty()) return;
                    Label title = new Label(words.say("ui.case.files"));
                    title.getStyleClass().addAll("section", "section-gap");
                    node.getChildren().add(title);
                    for (ClaimFile file : page.claim().files()) node.getChildren().add(file(file));
                });
    }

    private HBox row(Checklist.Item item) {
        StateBadge badge = new StateBadge();
        badge.show(item.mark(), words.say(item.there() ? "ui.check.there" : "ui.check.lacking"));
        HBox place = new HBox(badge.node());
        place.setMinWidth(90);
        VBox said =
                new VBox(2, Panes.paragraph(words.say(item.key(), item.number()), "finding-says"));
        if (!item.there())
            said.getChildren().add(Panes.paragraph(words.say(item.supply()), "finding-limits"));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(12, place, said);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("check-row");
        item.role().ifPresent(role -> row.getChildren().add(choose(role)));
        return row;
    }

    /** What the carrier recorded says when the parcel was whole and what it weighed. */
    private Node carrier(RefundClaim claim) {
        int there =
                (int)
                        Stream.of(
                                        ClaimFacts.PICKED_UP,
                                        ClaimFacts.IN_TRANSIT,
                                        ClaimFacts.DELIVERED,
                                        ClaimFacts.WEIGHT_PACKED_G,
                                        ClaimFacts.WEIGHT_CARRIER_G)
                                .filter(fact -> !fact.of(claim).isEmpty())
                                .count();
        Checklist.Item item = Checklist.item("carrier", there);
        Button fill = new Button(words.say("ui.fact.fill"), Panes.icon(Feather.TRUCK));
        fill.setId("facts-edit");
        fill.setMinWidth(Button.USE_PREF_SIZE);
        fill.setOnAction(e -> model.editFacts());
        HBox row = row(item);
        row.getChildren().add(fill);
        return row;
    }

    /** Who we are stands in every paper: said once for all claims. */
    private Node merchant() {
        Optional<Merchant> kept = model.merchant().kept().get();
        List<String> missing =
                kept.map(now ->
                                Stream.of(Merchant.Field.values())
                                        .filter(field -> now.of(field).isEmpty())
                                        .map(field -> words.say("ui.merchant." + field))
                                        .toList())
                        .orElse(List.of());
        boolean there = missing.isEmpty();
        boolean nothing = missing.size() == Merchant.Field.values().length;
        StateBadge badge = new StateBadge();
        badge.show(
                there ? Mark.READY : Mark.ATTENTION,
                words.say(there ? "ui.check.there" : "ui.check.lacking"));
        HBox place = new HBox(badge.node());
        place.setMinWidth(90);
        String title =
                there
                        ? words.say(
                                "ui.merchant.there",
                                kept.map(now -> now.of(Merchant.Field.NAME)).orElse(""))
                        : words.say(
                                nothing ? "ui.merchant.nothing" : "ui.merchant.lacking",
                                words.list(missing));
        VBox said = new VBox(2, Panes.paragraph(title, "finding-says"));
        if (!there)
            said.getChildren()
                    .add(Panes.paragraph(words.say("ui.merchant.supply"), "finding-limits"));
        HBox.setHgrow(said, Priority.ALWAYS);
        Button fill = new Button(words.say("ui.merchant.fill"), Panes.icon(Feather.EDIT_3));
        fill.setId("merchant-edit");
        fill.setMinWidth(Button.USE_PREF_SIZE);
        fill.setOnAction(e -> model.merchant().edit());
        HBox row = new HBox(12, place, said, fill);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("check-row");
        return row;
    }

    private Button choose(FileRole role) {
        Button button = new Button(words.say("ui.check.add"), Panes.icon(Feather.PLUS));
        button.setId("add-" + role);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(words.say("ui.check.add.of", words.say("ui.role." + role)));
        button.setOnAction(e -> {
            model.role().set(role);
            model.add(outside.chooseFiles(words.say("ui.drop.title")));
        });
        return button;
    }

    private Node file(ClaimFile file) {
        StateBadge badge = new StateBadge();
        badge.show(Mark.OFF, words.say("ui.role." + file.role()));
        HBox place = new HBox(badge.node());
        place.setMinWidth(110);
        VBox said =
                new VBox(
                        2,
                        Panes.paragraph(
                                words.say(
                                        "ui.picture.name",
                                        file.name(),
                                        (file.bytes() + 1023) / 1024,
                                        file.sha256().brief())),
                        Panes.paragraph(
                                words.say(
                                        "ui.case.file.came",
                                        times.minute(file.at()),
                                        file.obtained().isBlank()
                                                ? words.say("ui.case.file.unsaid")
                                                : file.obtained()),
                                "finding-limits"));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(12, place, said);
        row.getStyleClass().add("check-row");
        return row;
    }
}
