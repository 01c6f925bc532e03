package packwitness.ui.start;

import packwitness.capture.PreviewFrame;
import packwitness.orders.ImportPreview;
import packwitness.orders.OrderImport;
import packwitness.value.Beijing;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A first start on a machine of our making. */
final class FakeStart implements StartService {
    final List<CameraChoice> plugged =
            new ArrayList<>(List.of(new CameraChoice("usb:0", "USB 2.0 Camera")));
    final List<String> opened = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    final List<StampChoice> attested = new ArrayList<>();

    @Override
    public List<CameraChoice> cameras() {
        return List.copyOf(plugged);
    }

    @Override
    public Look look(String camera, String station) {
        opened.add(camera);
        return new Look() {
            @Override
            public Optional<PreviewFrame> latest() {
                return Optional.of(new PreviewFrame(2, 2, new byte[16], 1, Instant.EPOCH));
            }

            @Override
            public Optional<String> seen() {
                return Optional.of("SF1234567890123");
            }

            @Override
            public void close() {
                closed.add(camera);
            }
        };
    }

    @Override
    public Duration ask(String address) {
        return Duration.ofMillis(123);
    }

    @Override
    public void attest(Path vault, StampChoice choice) {
        attested.add(choice);
    }

    @Override
    public ImportPreview preview(Path file) throws Failure {
        return OrderImport.look(file, Beijing.TIME);
    }

    @Override
    public Path controlSheet(Path folder, List<String> badges) {
        return folder.resolve("control-sheet.pdf");
    }

    @Override
    public Path notice(Path folder, String shop, String contact) {
        return folder.resolve("staff-notice.pdf");
    }
}
