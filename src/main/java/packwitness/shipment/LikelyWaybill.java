package packwitness.shipment;

import packwitness.capture.CameraFacts;
import packwitness.capture.LabelCode;
import packwitness.scan.LabelRanking;
import packwitness.scan.ScanRules;
import packwitness.value.WaybillNo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which waybill the pictures of a take showed, where it was another than the scanned one. Codes of
 * cameras of different size are brought to one size, so that their places can be compared.
 */
final class LikelyWaybill {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private final CameraFacts camera;
    private final Supplier<ScanRules> rules;

    LikelyWaybill(CameraFacts camera, Supplier<ScanRules> rules) {
        this.camera = camera;
        this.rules = rules;
    }

    LabelCode scaled(LabelCode code) {
        return new LabelCode(
                code.text(),
                code.symbology(),
                code.x() * WIDTH / camera.width(),
                code.y() * HEIGHT / camera.height(),
                code.width() * WIDTH / camera.width(),
                code.height() * HEIGHT / camera.height());
    }

    /** Returns the likely one among codes of this scale; nothing where none stands out. */
    Optional<WaybillNo> among(Collection<LabelCode> scaled) {
        return new LabelRanking(rules.get()).likely(List.copyOf(scaled), WIDTH, HEIGHT);
    }
}
