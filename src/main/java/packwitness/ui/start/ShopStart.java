package packwitness.ui.start;

import packwitness.capture.CameraPasswords;
import packwitness.capture.Cameras;
import packwitness.capture.LabelCode;
import packwitness.capture.PreviewFrame;
import packwitness.keep.RetentionRules;
import packwitness.orders.ImportPreview;
import packwitness.orders.OrderImport;
import packwitness.recording.Original;
import packwitness.recording.Recorder;
import packwitness.recording.RecorderAlarm;
import packwitness.recording.RecorderEvents;
import packwitness.recording.RecorderSettings;
import packwitness.recording.Segment;
import packwitness.shop.Authorities;
import packwitness.shop.NoticeOfShop;
import packwitness.shop.SheetOfDay;
import packwitness.storage.StorageProblem;
import packwitness.value.Beijing;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** The first start on this machine. */
public record ShopStart(Clock clock, Callable<List<CameraChoice>> finder) implements StartService {
    @Override
    public List<CameraChoice> cameras() {
        try {
            return finder.call();
        } catch (Exception e) {
            System.getLogger("packwitness.ui").log(System.Logger.Level.INFO, "no cameras", e);
            return List.of();
        }
    }

    @Override
    public Look look(String camera, String station) throws Failure {
        AtomicReference<String> seen = new AtomicReference<>("");
        String uri = CameraPasswords.ofThisUser().keep(camera);
        Recorder recorder =
                Recorder.arm(
                        Cameras.open(uri, clock),
                        RecorderSettings.of(station, clock.getZone()),
                        new Eye(seen),
                        clock);
        return new Looking(recorder, seen);
    }

    @Override
    public Duration ask(String address) throws Failure {
        return Authorities.ask(address, clock);
    }

    @Override
    public void attest(Path vault, StampChoice choice) throws Failure {
        switch (choice.kind()) {
            case NONE -> {}
            case TEST -> Authorities.note(vault, "test");
            case ADDRESS -> Authorities.note(vault, Authorities.line(choice.address()));
        }
    }

    @Override
    public ImportPreview preview(Path file) throws Failure {
        return OrderImport.look(file, Beijing.TIME);
    }

    @Override
    public Path controlSheet(Path folder, List<String> badges) throws Failure {
        Path pdf = papers(folder).resolve("control-sheet.pdf");
        SheetOfDay.write(Optional.empty(), badges, clock, pdf);
        return pdf;
    }

    @Override
    public Path notice(Path folder, String shop, String contact) throws Failure {
        Path pdf = papers(folder).resolve("staff-notice.pdf");
        NoticeOfShop.write(shop, contact, "", RetentionRules.standard(), clock, pdf);
        return pdf;
    }

    private static Path papers(Path folder) throws Failure {
        Path papers = folder.resolve("exports");
        try {
            return Files.createDirectories(papers);
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, papers);
        }
    }

    private record Looking(Recorder recorder, AtomicReference<String> code) implements Look {
        @Override
        public Optional<PreviewFrame> latest() {
            return recorder.latest();
        }

        @Override
        public Optional<String> seen() {
            return Optional.ofNullable(code.get()).filter(text -> !text.isEmpty());
        }

        @Override
        public void close() {
            recorder.close();
        }
    }

    /** Hears only of codes in the picture: nothing is recorded while one only looks. */
    private record Eye(AtomicReference<String> newest) implements RecorderEvents {
        @Override
        public void segment(TakeId take, Segment segment) {}

        @Override
        public void sealed(TakeId take, Original original) {}

        @Override
        public void damaged(TakeId take, Failure why, Optional<Original> original) {}

        @Override
        public void seen(Optional<TakeId> take, LabelCode code, Instant at, long frame) {
            newest.set(code.text());
        }

        @Override
        public void alarm(RecorderAlarm alarm) {}
    }
}
