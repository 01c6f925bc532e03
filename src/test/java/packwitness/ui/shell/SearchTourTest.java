package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import packwitness.shop.DemoMaterial;

/** From any place to the moving picture of a parcel, by keyboard alone. */
class SearchTourTest extends OpenDesktop {
    private static final String WAYBILL = DemoMaterial.WAYBILLS.getFirst();
    private static final String OTHER = DemoMaterial.WAYBILLS.get(1);

    @Test
    void aParcelIsSearchedAndItsPictureMovesInThreeActions() {
        press("#go-SHIPMENTS");
        robot.type(KeyCode.DOWN);
        until("the newest parcel is open", () -> label("#shipment-waybill").equals(OTHER));
        press("#go-FIGURES");
        act(KeyCode.F2);
        actTyping(WAYBILL.substring(WAYBILL.length() - 4));
        act(KeyCode.ENTER);
        until("its page is open", () -> label("#shipment-waybill").equals(WAYBILL));
        until("a frame is shown", () -> label("#player-time").contains("/"));
        String first = label("#player-time");
        until("another frame is shown", () -> !label("#player-time").equals(first));
        double at = find("#player-slider", Slider.class).getValue();
        until(
                "it goes on to the end",
                () -> {
                    Slider slider = find("#player-slider", Slider.class);
                    return slider.getValue() > at || slider.getValue() > slider.getMax() * 0.8;
                });
        shoot("search-tour-zh");
        System.out.println("search to moving picture: " + actions() + " actions by keyboard");
        assertTrue(actions() <= 3, actions() + " actions");
    }

    private String label(String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }
}
