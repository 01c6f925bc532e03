package packwitness.ui.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.PreviewFrame;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.ui.kit.Beat;
import packwitness.ui.kit.LivePicture;
import packwitness.ui.kit.UiTest;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the live picture costs: a real camera of 1080p, its taps, the FX thread and the drawing,
 * each by the processor time of its own threads. A measurement, made when asked for by
 * -Dpackwitness.measure=true; nothing is claimed about time in the default run.
 */
class PreviewCostTest extends UiTest {
    private static final int SECONDS = 15;

    @TempDir private Path folder;

    @Test
    void liveViewIsMeasuredByItsThreads() throws Exception {
        assumeTrue(
                Boolean.getBoolean("packwitness.measure"),
                "a measurement, run by -Dpackwitness.measure=true");
        Path vault = folder.resolve("vault");
        Shop.useTestAuthority(vault);
        try (Shop shop =
                Shop.open(
                        vault,
                        new ShopSettings("test", folder.resolve("passphrase"), 1),
                        Clock.system(ZoneId.of("Asia/Shanghai")))) {
            shop.arm("demo:?size=1920x1080&fps=30", "1");
            ShopDesk desk = new ShopDesk(shop);
            AtomicLong drawn = new AtomicLong();
            LivePicture picture = new LivePicture();
            AtomicLong last = new AtomicLong(-1);
            Beat timer =
                    new Beat(
                            66,
                            () ->
                                    desk.latestFrame()
                                            .filter(frame -> frame.number() != last.get())
                                            .ifPresent(frame -> {
                                                last.set(frame.number());
                                                show(picture, frame);
                                                drawn.incrementAndGet();
                                            }));
            open(stage -> {
                stage.setScene(new Scene(picture.node(), 960, 540));
                stage.show();
                timer.start();
            });
            robot.sleep(4000);
            Map<String, Long> before = cpu();
            long frames = drawn.get();
            long begun = System.nanoTime();
            robot.sleep(SECONDS * 1000L);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Map<String, Long> after = cpu();
            double shown = (drawn.get() - frames) / seconds;
            shoot("preview-960x540");
            robot.interact(timer::stop);
            double all = 0;
            StringBuilder line = new StringBuilder();
            for (Map.Entry<String, Long> one : after.entrySet()) {
                double cores =
                        (one.getValue() - before.getOrDefault(one.getKey(), 0L)) / 1e9 / seconds;
                all += cores;
                line.append(
                        String.format(Locale.ROOT, ", \"%s_cores\": %.3f", one.getKey(), cores));
            }
            System.out.printf(
                    Locale.ROOT,
                    "{\"bench\": \"preview\", \"frames_per_s\": %.1f, \"cores\": %.3f%s}%n",
                    shown,
                    all,
                    line);
            assertTrue(shown > 1, "frames were drawn");
        }
    }

    private static void show(LivePicture picture, PreviewFrame frame) {
        picture.show(frame.width(), frame.height(), frame.bgra());
    }

    /** Sums the processor time of the threads that only the picture needs. */
    private static Map<String, Long> cpu() {
        ThreadMXBean beans = ManagementFactory.getThreadMXBean();
        Map<String, Long> sums = new TreeMap<>();
        for (long id : beans.getAllThreadIds()) {
            ThreadInfo info = beans.getThreadInfo(id);
            if (info == null) continue;
            String name = info.getThreadName();
            String part =
                    name.contains("preview")
                            ? "scaling"
                            : name.contains("JavaFX Application")
                                    ? "fx"
                                    : name.contains("Quantum") || name.contains("Prism")
                                            ? "drawing"
                                            : "";
            if (!part.isEmpty()) sums.merge(part, beans.getThreadCpuTime(id), Long::sum);
        }
        return sums;
    }
}
