package packwitness.ui.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.ClaimState;
import packwitness.dossier.draft.Paragraph;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.FxWatch;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The board and the sheets of a case over a real vault, which all tests here share. */
class ClaimsScreenTest extends UiTest {
    @TempDir private static Path folder;

    private static ClaimVault vault;
    private static ExecutorService worker;

    private final QuietOutside outside = new QuietOutside();
    private final Words words = new Words(Lang.ZH);
    private WatchedBook watched;
    private FxWatch silences;
    private ClaimsViewModel model;
    private ClaimsView view;

    @BeforeAll
    static void openVault() throws Exception {
        vault = new ClaimVault(folder);
        worker = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void closeVault() {
        worker.shutdownNow();
        vault.close();
    }

    private void show() {
        silences = new FxWatch();
        watched = new WatchedBook(new ShopClaims(vault.shop()));
        open(stage -> {
            model =
                    new ClaimsViewModel(
                            watched.book(), Background.on(worker), vault.clock(), ClaimVault.ZONE);
            view = new ClaimsView(model, words, new Times(ClaimVault.ZONE), outside, vault.clock());
            Scene scene = new Scene(view.node(), 1266, 720);
            Theme.style(scene);
            Theme.LIGHT.dress();
            stage.setScene(scene);
            stage.show();
            view.shown();
        });
        until("the claims wait", () -> board().getItems().size() >= 2);
    }

    @AfterEach
    void leave() {
        robot.interact(() -> {
            view.hidden();
            Theme.LIGHT.dress();
        });
        silences.close();
        silences.silences().stream().limit(8).forEach(System.out::println);
        assertEquals(Set.of(), watched.askedOnFx(), "asked on the FX thread");
    }

    @Test
    void theCaseIsWorkedByKeyboardFromTheBoardToTheLaw() throws Exception {
        show();
        shots("board");
        robot.type(KeyCode.HOME);
        until("the most urgent case is open", () -> text("#case-title").contains("168.00"));
        assertTrue(find("#claim-list", ListView.class).isFocused());
        until("who we are is asked for", () -> seen("#merchant-edit"));
        shots("case-checks");
        robot.type(KeyCode.ENTER);
        chord(KeyCode.CONTROL, KeyCode.M);
        until("the form is there", () -> seen("#merchant-NAME"));
        shots("merchant");
        robot.write("青釉陶瓷店", 0);
        robot.type(KeyCode.ENTER);
        until("who we are is kept", () -> !model.merchant().editing().get());
        chord(KeyCode.CONTROL, KeyCode.I);
        until("the facts are asked for", () -> seen("#fact-PICKED_UP"));
        robot.write("2026-11-22 18:30", 0);
        TextField deadline = find("#fact-deadline", TextField.class);
        String before = deadline.getText();
        robot.interact(() -> deadline.setText("tomorrow"));
        assertTrue(find("#facts-save", Button.class).isDisabled(), "no time, nothing to keep");
        robot.interact(() -> deadline.setText(before.replaceFirst(" ..:..$", " 23:45")));
        shots("facts");
        robot.type(KeyCode.ENTER);
        until("they are kept", () -> !model.facts().editing().get());
        assertEquals(
                "2026-11-22T18:30",
                vault.shop().claims().show(vault.urgent().id()).facts().get("picked_up"));
        assertTrue(
                vault.shop()
                        .claims()
                        .show(vault.urgent().id())
                        .deadline()
                        .orElseThrow()
                        .toString()
                        .endsWith(":45:00Z"),
                "the platform hears us longer");
        outside.willChoose(vault.buyerPicture());
        chord(KeyCode.CONTROL, KeyCode.O);
        until("it is examined", () -> seen(".finding-main"));
        until("it is compared", () -> seen("#enlarge"));
        shots("case-pictures");
        scroll("#sheet-PICTURES", 0.3);
        shots("case-pictures-below");
        robot.interact(() -> find("#enlarge", Button.class).fire());
        until("it fills the window", () -> find("#large", Node.class).isVisible());
        shots("large-slider");
        robot.type(KeyCode.S);
        robot.type(KeyCode.DIGIT1);
        shots("large-side-region");
        robot.type(KeyCode.F);
        robot.type(KeyCode.SPACE);
        shots("large-flicker");
        robot.type(KeyCode.ESCAPE);
        chord(KeyCode.ALT, KeyCode.DIGIT3);
        until("the sums are there", () -> seen("#sum-chart"));
        theLegendWearsTheColoursOfItsLines();
        shots("case-buyer");
        scroll("#sheet-BUYER", 1);
        shots("case-buyer-below");
        chord(KeyCode.ALT, KeyCode.DIGIT4);
        until("the trace is there", () -> seen("#law-trace"));
        shots("case-law");
        scroll("#sheet-LAW", 0.45);
        shots("case-law-below");
        chord(KeyCode.ALT, KeyCode.DIGIT5);
        until("a page is drawn", () -> !model.paper().pages().isEmpty());
        until("its sentences are there", () -> !sentences().getItems().isEmpty());
        robot.interact(() -> sentences().getSelectionModel().select(1));
        shots("case-paper");
    }

    private void theLegendWearsTheColoursOfItsLines() {
        List<String> wrong = new ArrayList<>();
        robot.interact(() -> {
            for (String style : List.of("sum-counted", "sum-confirmed", "sum-line-0")) {
                var line =
                        (javafx.scene.shape.Shape)
                                robot.lookup(".chart-series-line." + style).query();
                var sample =
                        (javafx.scene.shape.Shape) robot.lookup(".sum-sample." + style).query();
                if (!line.getStroke().equals(sample.getStroke())) wrong.add(style);
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void aClaimBecomesAnExportedPackInFewActionsOfTheKeyboard() throws Exception {
        show();
        outside.willChoose(vault.buyerPicture());
        act(KeyCode.HOME);
        until("the most urgent case is open", () -> text("#case-title").contains("168.00"));
        act(KeyCode.ENTER);
        act(KeyCode.CONTROL, KeyCode.O);
        until("the picture is compared", () -> seen("#enlarge"));
        act(KeyCode.ALT, KeyCode.DIGIT5);
        until("its sentences are there", () -> !sentences().getItems().isEmpty());
        act(KeyCode.CONTROL, KeyCode.L);
        act(KeyCode.ENTER);
        actTyping("请人工复核。");
        act(KeyCode.CONTROL, KeyCode.ENTER);
        until("the change is kept", () -> sentences().getItems().getFirst().changed());
        act(KeyCode.CONTROL, KeyCode.E);
        until("the pack lies there", () -> seen("#open-pack"));
        shots("case-packed");
        System.out.println("claim to exported pack: " + actions() + " actions by keyboard");
        assertTrue(actions() <= 12, actions() + " actions");
        try (var files = Files.list(model.paper().packed().get().orElseThrow().folder())) {
            assertTrue(files.findAny().isPresent(), "the folder holds files");
        }
    }

    @Test
    void whatIsBeingMadeCanBeStopped() {
        show();
        robot.type(KeyCode.HOME);
        until("the most urgent case is open", () -> text("#case-title").contains("168.00"));
        robot.type(KeyCode.ENTER);
        chord(KeyCode.ALT, KeyCode.DIGIT5);
        chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until("it is being made", () -> model.paper().working().get());
        shots("case-making");
        robot.interact(() -> find("#making-stop", Button.class).fire());
        until("it has stopped", () -> !model.paper().working().get());
        assertTrue(model.paper().stopped().get());
        shots("case-stopped");
    }

    @Test
    void anOutcomeIsToldAndTakenBack() {
        show();
        until("three claims wait", () -> board().getItems().size() == 3);
        robot.type(KeyCode.END);
        until("the case is open", () -> text("#case-title").contains("268.00"));
        robot.type(KeyCode.ENTER);
        chord(KeyCode.ALT, KeyCode.DIGIT6);
        shots("case-outcome");
        robot.interact(() -> {
            find("#recovered", TextInputControl.class).setText("500");
        });
        settle();
        assertTrue(find("#outcome-WON", Button.class).isDisabled(), "more than was asked for");
        robot.interact(() -> {
            find("#recovered", TextInputControl.class).setText("200");
            find("#decided-by", TextInputControl.class).setText("平台看了录像，只退一半");
        });
        press("#outcome-WON");
        until("it is won", () -> state() == ClaimState.WON);
        until("it is on record", () -> !model.outcome().said().isEmpty());
        shots("case-won");
        assertEquals("200.00", model.outcome().said().getFirst().recovered().yuan());
        press("#outcome-OPEN");
        until("it is open again", () -> state() == ClaimState.OPEN);
        until("both are on record", () -> model.outcome().said().size() == 2);
    }

    @Test
    void supportOpensAClaimByKeyboardAndTheParcelIsHeld() throws Exception {
        show();
        var parcel = vault.shop().index().show(vault.urgent().shipment()).orElseThrow();
        robot.interact(() -> model.begin(parcel));
        until("the hand begins at the reason", () -> find("#claim-reason", Node.class).isFocused());
        shots("new-claim");
        robot.write("收到空盒", 0);
        robot.type(KeyCode.ENTER);
        until("the case is open", () -> subtitle().contains("收到空盒"));
        // The other tests count three open claims.
        chord(KeyCode.ALT, KeyCode.DIGIT6);
        press("#outcome-WITHDRAWN");
        until("it has ended", () -> state() == ClaimState.WITHDRAWN);
    }

    private String subtitle() {
        return model.page().get().map(page -> page.claim().reason()).orElse("");
    }

    private ClaimState state() {
        return model.page().get().orElseThrow().claim().state();
    }

    @Test
    void anEmptyBoardTeaches() {
        show();
        press("#filter-ENDED");
        until("those that have ended", () -> !board().getItems().isEmpty());
        robot.clickOn("#claim-filter");
        robot.write("无此字样", 0);
        until("nothing fits", () -> board().getItems().isEmpty());
        shots("board-filtered");
        assertEquals(0, board().getItems().size());
    }

    @Test
    void everythingThatTakesTheFocusHasANameInBothLanguages() {
        show();
        robot.type(KeyCode.HOME);
        until("the most urgent case is open", () -> text("#case-title").contains("168.00"));
        robot.type(KeyCode.ENTER);
        List<String> nameless = new ArrayList<>();
        for (Lang lang : Lang.values()) {
            robot.interact(() -> words.speak(lang));
            for (CaseTab tab : CaseTab.values()) {
                robot.interact(() -> model.tab().set(tab));
                if (tab == CaseTab.LAW) until("the trace is there", () -> seen("#law-trace"));
                if (tab == CaseTab.BUYER) until("the sums are there", () -> seen("#sum-chart"));
                settle();
                robot.interact(() -> nameless(view.node(), lang + " " + tab, nameless));
            }
        }
        assertEquals(List.of(), nameless);
    }

    @Test
    void tabWalksThroughEverySheetAndOutOfIt() {
        show();
        robot.type(KeyCode.HOME);
        until("the most urgent case is open", () -> text("#case-title").contains("168.00"));
        robot.type(KeyCode.ENTER);
        chord(KeyCode.ALT, KeyCode.DIGIT5);
        until("its sentences are there", () -> !sentences().getItems().isEmpty());
        robot.interact(() -> sentences().getSelectionModel().select(0));
        List<String> walked = new ArrayList<>();
        for (int i = 0; i < 40 && !walked.contains("make-pack"); i++) {
            robot.type(KeyCode.TAB);
            robot.interact(() -> {
                Node now = stage().getScene().getFocusOwner();
                if (now != null && now.getId() != null) walked.add(now.getId());
            });
        }
        List<String> wanted =
                List.of(
                        "sentences",
                        "sentence",
                        "sentence-why",
                        "sentence-keep",
                        "make-paper",
                        "pack-rule",
                        "make-pack");
        assertEquals(wanted, walked.stream().filter(wanted::contains).distinct().toList());
    }

    /** What a screen reader would say of each control that can be reached. */
    private static void nameless(Parent parent, String where, List<String> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible()) continue;
            if (node instanceof Control control
                    && control.isFocusTraversable()
                    && !(node instanceof ScrollPane)
                    && name(control).isBlank()) found.add(where + ": " + control);
            // The parts of a control are named by it.
            boolean inside = node instanceof Control && !(node instanceof ScrollPane);
            if (!inside && node instanceof Parent inner) nameless(inner, where, found);
            if (node instanceof ScrollPane scroll && scroll.getContent() instanceof Parent inner)
                nameless(inner, where, found);
        }
    }

    private static String name(Control control) {
        String said = control.getAccessibleText();
        if (said != null && !said.isBlank()) return said;
        if (control instanceof ButtonBase || control instanceof Labeled)
            return String.valueOf(((Labeled) control).getText());
        return "";
    }

    private boolean seen(String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    @SuppressWarnings("unchecked")
    private ListView<Paragraph> sentences() {
        return find("#sentences", ListView.class);
    }

    private void scroll(String id, double to) {
        robot.interact(() -> find(id, ScrollPane.class).setVvalue(to));
        settle();
    }

    /** One picture a state; with -Dpackwitness.shots=all in both languages, looks and sizes. */
    private void shots(String name) {
        if (!"all".equals(System.getProperty("packwitness.shots"))) {
            shoot("claims-" + name + "-zh");
            return;
        }
        Theme[] looks = {Theme.LIGHT, Theme.DARK};
        for (Lang lang : Lang.values())
            for (Theme look : looks) {
                robot.interact(() -> {
                    words.speak(lang);
                    look.dress();
                });
                // The rail takes 100 pixels of the window.
                size(lang == Lang.ZH ? 1266 : 1820, lang == Lang.ZH ? 730 : 1040);
                shoot("claims-" + name + "-" + lang.code() + "-" + look);
                size(lang == Lang.ZH ? 1820 : 1266, lang == Lang.ZH ? 1040 : 730);
                if (look == Theme.LIGHT) shoot("claims-" + name + "-" + lang.code() + "-other");
            }
        robot.interact(() -> {
            words.speak(Lang.ZH);
            Theme.LIGHT.dress();
        });
        size(1266, 730);
    }

    private String text(String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private ListView<?> board() {
        return find("#claim-list", ListView.class);
    }
}
