package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import packwitness.law.Barred;
import packwitness.law.Change;
import packwitness.law.Citation;
import packwitness.law.Deadline;
import packwitness.law.Qualification;
import packwitness.law.Reason;
import packwitness.law.Tier;
import packwitness.law.Warning;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Panes;
import packwitness.ui.kit.StateBadge;
import packwitness.ui.kit.Words;
import packwitness.value.Beijing;
import packwitness.value.Lang;
import packwitness.value.Wording;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the law makes of the case, why, until when, and what may be cited. FX thread only. */
final class LawPane {
    private static final long SOON = 30;

    private final ClaimsViewModel claims;
    private final StandingModel model;
    private final Words words;
    private final Clock clock;
    private final VBox node = new VBox(12);

    LawPane(ClaimsViewModel claims, Words words, Clock clock) {
        this.claims = claims;
        this.model = claims.standing();
        this.words = words;
        this.clock = clock;
        node.setId("case-law");
        WhenSeen seen = new WhenSeen(claims.tab(), CaseTab.LAW, this::fill);
        model.standing().subscribe(() -> seen.stale());
        words.lang().subscribe(() -> seen.stale());
    }

    Node node() {
        return node;
    }

    private void fill() {
        node.getChildren().clear();
        Optional<Standing> now = model.standing().get();
        if (now.isEmpty()) {
            node.getChildren().add(Working.row(words.say("ui.law.reading")));
            return;
        }
        Qualification law = now.get().law();
        node.getChildren().add(tier(law));
        node.getChildren().add(basis(law));
        section("ui.law.why");
        node.getChildren().add(trace(law.explanation()));
        if (!law.changes().isEmpty()) {
            section("ui.law.changes");
            for (Change change : law.changes())
                node.getChildren().add(Working.notice(Mark.OFF, in(change.text())));
        }
        if (law.explanation().stream().anyMatch(reason -> reason.step() == Reason.Step.RULE))
            node.getChildren().add(general(law.explanation()));
        // What to mind comes after what it is and why: nine lines of caution hid the answer.
        for (Warning warning : law.warnings())
            node.getChildren().add(Working.notice(Mark.ATTENTION, in(warning.text())));
        section("ui.law.deadlines");
        if (law.deadlines().isEmpty())
            node.getChildren().add(Panes.paragraph(words.say("ui.law.deadlines.none"), "quiet"));
        for (Deadline deadline : law.deadlines()) node.getChildren().add(deadline(deadline));
        section("ui.law.cite");
        for (Citation citation : law.mustCite()) node.getChildren().add(citation(citation, true));
        for (Citation citation : law.mayCite()) node.getChildren().add(citation(citation, false));
        if (!law.mustNotCite().isEmpty()) {
            section("ui.law.barred");
            for (Barred barred : law.mustNotCite()) node.getChildren().add(barred(barred));
        }
        for (Wording line : law.disclaimers())
            node.getChildren().add(Panes.paragraph(in(line), "finding-limits"));
    }

    /** On which places it was judged, and where to say what the case's facts are. */
    private Node basis(Qualification law) {
        String places =
                words.list(
                        law.forums().stream().map(forum -> in(forum.place())).distinct().toList());
        Label said =
                Panes.paragraph(
                        places.isEmpty()
                                ? words.say("ui.law.basis.none")
                                : words.say("ui.law.basis", places),
                        "quiet");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button facts = new Button(words.say("ui.law.facts"), Panes.icon(Feather.EDIT_3));
        facts.setId("law-facts");
        facts.setMinWidth(Button.USE_PREF_SIZE);
        facts.setOnAction(e -> claims.editFacts());
        HBox row = new HBox(12, said, facts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void section(String key) {
        Label label = new Label(words.say(key));
        label.getStyleClass().addAll("section", "section-gap");
        node.getChildren().add(label);
    }

    private Node tier(Qualification law) {
        VBox card = new VBox(6, Panes.paragraph(in(law.tierMeaning()), "finding-main"));
        card.getStyleClass().add("info-card");
        if (!law.tierAlternatives().isEmpty())
            card.getChildren()
                    .add(
                            Panes.paragraph(
                                    words.say(
                                            "ui.law.alternatives",
                                            law.tierAlternatives().stream()
                                                    .map(this::tier)
                                                    .collect(
                                                            Collectors.joining(
                                                                    " "
                                                                            + words.say("ui.law.or")
                                                                            + " "))),
                                    "quiet"));
        card.getChildren().add(Panes.paragraph(words.say("ui.law.may"), "finding-limits"));
        return card;
    }

    private String tier(Tier tier) {
        return words.say("ui.tier." + tier);
    }

    /** Why this tier: the sums, the places, and the rules that moved it. */
    private Node trace(List<Reason> reasons) {
        VBox steps = new VBox(8);
        steps.setId("law-trace");
        steps.getStyleClass().add("info-card");
        int number = 1;
        for (Reason reason : reasons) {
            if (reason.step() == Reason.Step.CHANGE || reason.step() == Reason.Step.RULE) continue;
            Label disc = new Label(String.valueOf(number++));
            disc.getStyleClass().add("step-disc");
            HBox row = new HBox(10, disc, said(reason));
            row.setAlignment(Pos.TOP_LEFT);
            // The names of sentences say nothing to a reader; those of rules can be looked up.
            if (reason.step() == Reason.Step.TIER) row.getChildren().add(rule(reason));
            steps.getChildren().add(row);
        }
        return steps;
    }

    /** What holds for every case of this kind; folded, since it decides nothing here. */
    private Node general(List<Reason> reasons) {
        List<Reason> rules = reasons.stream().filter(r -> r.step() == Reason.Step.RULE).toList();
        TitledPane pane = folded(words.say("ui.law.rules", rules.size()), () -> rows(rules));
        pane.setId("law-rules");
        return pane;
    }

    private VBox rows(List<Reason> rules) {
        VBox rows = new VBox(6);
        for (Reason rule : rules) rows.getChildren().add(new HBox(10, said(rule), rule(rule)));
        return rows;
    }

    private Label said(Reason reason) {
        Label said = Panes.paragraph(in(reason.text()));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        return said;
    }

    private static Label rule(Reason reason) {
        Label rule = new Label(reason.rule());
        rule.getStyleClass().addAll("quiet", "finding-facts");
        rule.setMinWidth(Label.USE_PREF_SIZE);
        return rule;
    }

    /** Makes its content when it is opened first: most are never opened. */
    private static TitledPane folded(String title, Supplier<Node> content) {
        TitledPane pane = new TitledPane();
        pane.setText(title);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("dense");
        pane.expandedProperty()
                .subscribe(now -> {
                    if (now && pane.getContent() == null) pane.setContent(content.get());
                });
        return pane;
    }

    private Node deadline(Deadline deadline) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Beijing.TIME);
        long days = ChronoUnit.DAYS.between(today, deadline.date());
        boolean over = deadline.passed() || days < 0;
        StateBadge badge = new StateBadge();
        badge.show(
                over ? Mark.TROUBLE : days <= SOON ? Mark.ATTENTION : Mark.READY,
                over ? words.say("ui.law.deadline.over") : words.say("ui.law.deadline.left", days));
        HBox place = new HBox(badge.node());
        place.setMinWidth(140);
        VBox said =
                new VBox(
                        2,
                        Panes.paragraph(
                                words.say("ui.law.deadline", deadline.date(), in(deadline.label())),
                                "finding-says"),
                        Panes.paragraph(in(deadline.reading()), "finding-limits"));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(12, place, said);
        row.getStyleClass().add("finding-row");
        return row;
    }

    private Node text(Citation citation) {
        var provision = citation.provision();
        VBox texts = new VBox(6);
        texts.getChildren()
                .add(
                        Panes.paragraph(
                                words.say("ui.law.supports", in(citation.supports())),
                                "finding-says"));
        for (Wording why : citation.why())
            texts.getChildren().add(Panes.paragraph(in(why), "finding-proves"));
        texts.getChildren()
                .add(
                        Panes.paragraph(
                                provision
                                        .inForceTo()
                                        .map(end ->
                                                words.say(
                                                        "ui.law.force.until",
                                                        provision.inForceFrom(),
                                                        end))
                                        .orElseGet(() ->
                                                words.say("ui.law.force", provision.inForceFrom())),
                                "finding-facts"));
        provision
                .limits()
                .ifPresent(limits ->
                        texts.getChildren()
                                .add(
                                        Panes.paragraph(
                                                words.say("ui.law.limits", limits),
                                                "finding-limits")));
        texts.getChildren()
                .add(
                        Panes.paragraph(
                                provision.quotable().orElse(words.say("ui.law.unread")),
                                "law-text"));
        if (words.lang().get() == Lang.EN && !provision.glossEn().isBlank())
            texts.getChildren().add(Panes.paragraph(provision.glossEn(), "finding-limits"));
        return texts;
    }

    private Node citation(Citation citation, boolean must) {
        TitledPane pane = folded(citation.provision().title(), () -> text(citation));
        StateBadge badge = StateBadge.bare();
        badge.show(
                must ? Mark.READY : Mark.OFF, words.say(must ? "ui.law.must" : "ui.law.may-cite"));
        pane.setGraphic(badge.node());
        return pane;
    }

    private Node barred(Barred barred) {
        VBox said =
                new VBox(
                        2,
                        Panes.paragraph(barred.provision().title(), "finding-says"),
                        Panes.paragraph(in(barred.why()), "finding-limits"));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row = new HBox(10, Panes.icon(Feather.SLASH), said);
        row.getStyleClass().add("finding-row");
        return row;
    }

    private String in(Wording wording) {
        return wording.in(words.lang().get());
    }
}
