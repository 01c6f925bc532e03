package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.claim.BuyerHistory.Trait;
import packwitness.claim.BuyerLink;
import packwitness.claim.RefundClaim;
import packwitness.law.ForumResult;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Words;
import packwitness.value.Fen;

import java.util.List;
import java.util.Optional;

/**
 * Claims that may be of the same buyer, the sum against the lines of the law, and the owner's word
 * on each; nothing is merged by itself. FX thread only.
 */
final class HistoryPane {
    private final ClaimsViewModel claims;
    private final StandingModel model;
    private final Words words;
    private final VBox node = new VBox(12);
    private final TextField why = new TextField();
    private final TextField value = new TextField();

    HistoryPane(ClaimsViewModel claims, Words words) {
        this.claims = claims;
        this.model = claims.standing();
        this.words = words;
        node.setId("case-buyer");
        why.setId("link-why");
        why.promptTextProperty().bind(words.text("ui.buyer.why"));
        why.accessibleTextProperty().bind(words.text("ui.buyer.why"));
        why.textProperty().bindBidirectional(model.why());
        value.setId("trait-value");
        value.promptTextProperty().bind(words.text("ui.buyer.trait.prompt"));
        value.accessibleTextProperty().bind(words.text("ui.buyer.trait"));
        value.textProperty().bindBidirectional(model.trait());
        WhenSeen seen = new WhenSeen(claims.tab(), CaseTab.BUYER, this::fill);
        model.standing().subscribe(() -> seen.stale());
        words.lang().subscribe(() -> seen.stale());
    }

    Node node() {
        return node;
    }

    private void fill() {
        node.getChildren().clear();
        Optional<Standing> standing = model.standing().get();
        Optional<ClaimPage> page = claims.page().get();
        if (standing.isEmpty() || page.isEmpty()) {
            node.getChildren().add(Working.row(words.say("ui.law.reading")));
            return;
        }
        Standing now = standing.get();
        RefundClaim claim = page.get().claim();
        SumLines lines = SumLines.of(claim, now);
        node.getChildren().add(sums(now, lines, claim));
        node.getChildren().add(SumChart.of(lines, words));
        if (!now.law().forums().isEmpty()) node.getChildren().add(forums(now.law().forums()));
        links(claim, now);
        node.getChildren().add(trait());
    }

    private void links(RefundClaim claim, Standing now) {
        Label title = new Label(words.say("ui.buyer.links"));
        title.getStyleClass().addAll("section", "section-gap");
        node.getChildren().add(title);
        if (claim.buyer().isEmpty())
            node.getChildren().add(Working.notice(Mark.ATTENTION, words.say("ui.buyer.unnamed")));
        if (now.links().isEmpty()) {
            node.getChildren().add(Panes.paragraph(words.say("ui.buyer.none"), "quiet"));
            return;
        }
        node.getChildren().add(Panes.paragraph(words.say("ui.buyer.lesson"), "quiet"));
        node.getChildren().add(why);
        for (BuyerLink link : now.links()) node.getChildren().add(link(link));
    }

    /** A number or an address ties claims of other accounts; only its fingerprint is kept. */
    private Node trait() {
        Button phone = trait("phone", Feather.PHONE, Trait.PHONE);
        Button address = trait("address", Feather.MAP_PIN, Trait.ADDRESS);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox row = new HBox(8, value, phone, address);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(6, Panes.paragraph(words.say("ui.buyer.trait.lesson"), "quiet"), row);
    }

    private Button trait(String name, Feather icon, Trait trait) {
        Button button = new Button(words.say("ui.buyer.trait." + name), Panes.icon(icon));
        button.setId("trait-" + name);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.disableProperty().bind(model.trait().isEmpty());
        button.setOnAction(e -> model.note(trait));
        return button;
    }

    private Node sums(Standing now, SumLines lines, RefundClaim claim) {
        FlowPane row = new FlowPane(12, 8);
        row.getChildren()
                .addAll(
                        sum("ui.buyer.obtained", now.law().cumulativeObtained()),
                        sum("ui.buyer.attempted", now.law().cumulativeAttempted()),
                        sum("ui.buyer.two-years", now.law().twoYearsObtained()),
                        sum("ui.buyer.confirmed", SumLines.last(lines.confirmed())));
        Fen possible =
                now.links().stream()
                        .filter(link -> link.said().orElse(true))
                        .map(link -> link.other().amount())
                        .reduce(claim.amount(), Fen::plus);
        if (possible.compareTo(SumLines.last(lines.confirmed())) > 0)
            row.getChildren().add(sum("ui.buyer.possible", possible));
        return row;
    }

    private Node sum(String key, Fen amount) {
        Label value = new Label("¥" + amount.yuan());
        value.getStyleClass().add("fact-value");
        Label name = new Label(words.say(key));
        name.getStyleClass().add("fact-name");
        VBox box = new VBox(2, name, value);
        box.getStyleClass().addAll("fact", "sum");
        return box;
    }

    private Node forums(List<ForumResult> forums) {
        GridPane grid = new GridPane(18, 6);
        grid.setId("forums");
        grid.getStyleClass().add("info-card");
        int row = 0;
        for (ForumResult forum : forums) {
            Label place = new Label(forum.place().in(words.lang().get()));
            place.setMinWidth(Label.USE_PREF_SIZE);
            StateBadge tier = new StateBadge();
            tier.show(
                    forum.tier().isCriminal() ? Mark.RUNNING : Mark.OFF,
                    words.say("ui.tier." + forum.tier()));
            Label missing =
                    Panes.paragraph(
                            forum.missing()
                                    .map(more -> words.say("ui.buyer.missing", more.yuan()))
                                    .orElse(words.say("ui.buyer.top")),
                            "quiet");
            GridPane.setHgrow(missing, Priority.ALWAYS);
            grid.addRow(row++, place, tier.node(), missing);
        }
        return grid;
    }

    private Node link(BuyerLink link) {
        RefundClaim other = link.other();
        StateBadge strength = new StateBadge();
        strength.show(
                switch (link.strength()) {
                    case A -> Mark.RUNNING;
                    case B -> Mark.ATTENTION;
                    case C -> Mark.OFF;
                },
                words.say("ui.buyer.strength." + link.strength()));
        strength.node().setAccessibleText(words.say("ui.buyer.strength.why." + link.strength()));
        StateBadge said = new StateBadge();
        said.show(
                link.said().map(same -> same ? Mark.READY : Mark.TROUBLE).orElse(Mark.OFF),
                words.say(
                        link.said()
                                .map(same -> same ? "ui.buyer.said.same" : "ui.buyer.said.other")
                                .orElse("ui.buyer.said.open")));
        VBox badges = new VBox(6, strength.node(), said.node());
        badges.setMinWidth(150);
        String alike =
                words.list(
                        link.kinds().stream()
                                .map(kind -> words.say("ui.buyer.kind." + kind))
                                .toList());
        VBox texts =
                new VBox(
                        2,
                        Panes.paragraph(
                                words.say(
                                        "ui.buyer.claim",
                                        other.filedOn(),
                                        Platforms.name(other.platform(), words),
                                        other.amount().yuan(),
                                        words.say("ui.claim.state." + other.state())),
                                "finding-says"),
                        Panes.paragraph(other.reason()),
                        Panes.paragraph(words.say("ui.buyer.alike", alike), "finding-limits"),
                        Panes.paragraph(
                                words.say("ui.buyer.strength.why." + link.strength()),
                                "finding-limits"));
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button same = button("same", Feather.CHECK, link, true);
        Button different = button("different", Feather.X, link, false);
        VBox buttons = new VBox(6, same, different);
        HBox row = new HBox(14, badges, texts, buttons);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("finding-row");
        return row;
    }

    private Button button(String name, Feather icon, BuyerLink link, boolean same) {
        Button button = new Button(words.say("ui.buyer.say." + name), Panes.icon(icon));
        button.setId("link-" + name + "-" + link.other().id());
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(
                words.say(
                        "ui.buyer.say.of",
                        words.say("ui.buyer.say." + name),
                        link.other().filedOn(),
                        link.other().amount().yuan()));
        button.setDisable(link.said().map(before -> before == same).orElse(false));
        button.setOnAction(e -> model.say(link.other().id(), same));
        return button;
    }
}
