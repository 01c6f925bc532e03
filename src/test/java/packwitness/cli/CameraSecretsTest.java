package packwitness.cli;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_get_level;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.JpegServer;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.value.Lang;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Recording from a guarded camera: everything that was written is searched. */
class CameraSecretsTest {
    private static final List<String> SECRETS =
            List.of(
                    "s3cr3t",
                    "tok3n",
                    Base64.getEncoder()
                            .encodeToString("owner:s3cr3t".getBytes(StandardCharsets.UTF_8)));

    @TempDir Path folder;

    private Handler log = new ConsoleHandler();
    private PrintStream said = System.out;
    private Desk desk =
            Desk.standard(
                    Clock.systemDefaultZone(),
                    new ShopSettings("test", Path.of("passphrase"), 1),
                    Path.of("vault"),
                    Lang.EN);

    @BeforeEach
    void listen() throws IOException {
        log = new FileHandler(folder.resolve("log").toString());
        log.setLevel(Level.ALL);
        log.setFormatter(new SimpleFormatter());
        Logger packwitness = Logger.getLogger("packwitness");
        packwitness.setLevel(Level.ALL);
        packwitness.addHandler(log);
        said = new PrintStream(folder.resolve("said").toFile(), StandardCharsets.UTF_8);
        desk =
                new Desk(
                        Clock.systemDefaultZone(),
                        new ShopSettings("test", folder.resolve("passphrase"), 1),
                        folder.resolve("vault"),
                        Lang.EN,
                        InputStream.nullInputStream(),
                        said,
                        said);
    }

    @AfterEach
    void hush() {
        Logger packwitness = Logger.getLogger("packwitness");
        packwitness.removeHandler(log);
        packwitness.setLevel(null);
        log.close();
        said.close();
    }

    @Test
    void nothingThatIsWrittenHoldsTheSecretsOfACamera() throws Exception {
        AtomicInteger viewers = new AtomicInteger();
        JpegServer.Show dropsTheFirstViewer =
                parts -> {
                    int most = viewers.incrementAndGet() == 1 ? 40 : Integer.MAX_VALUE;
                    for (int i = 0; i < most; i++) {
                        parts.picture();
                        Thread.sleep(30);
                    }
                };
        Path vault = folder.resolve("vault");
        Shop.useTestAuthority(vault);
        try (JpegServer server = JpegServer.guarded(dropsTheFirstViewer, "owner", "s3cr3t")) {
            String address =
                    "http://owner:s3cr3t@127.0.0.1:" + server.port() + "/video?token=tok3n";
            run("record", "--camera", address, "--vault", vault.toString());
            // A wrong password, and an address that nobody answers, are told of as well.
            String wrong = address.replace("owner:s3cr3t", "owner:s3cr3t-wrong");
            assertEquals(3, run("record", "--camera", wrong, "--vault", vault.toString()));
            String nobody = address.replace(":" + server.port(), ":1");
            assertEquals(3, run("record", "--camera", nobody, "--vault", vault.toString()));
        }
        assertTrue(viewers.get() >= 2, "the camera was lost and came back");
        said.flush();
        assertTrue(Files.readString(folder.resolve("said")).contains("127.0.0.1"));
        // What the video library itself would say goes past Java to the standard error.
        assertEquals(AV_LOG_QUIET, av_log_get_level());
        List<String> found = new ArrayList<>();
        int files = 0;
        int videos = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                if (file.toString().endsWith(".mp4")) videos++;
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : SECRETS)
                    if (bytes.contains(secret)) found.add(secret + " in " + file);
            }
        }
        assertEquals(List.of(), found);
        assertTrue(videos >= 1 && files > 4, files + " files, " + videos + " videos");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--waybill", "SF1234567890123", "--seconds", "2", "--json"));
        return Cli.run(desk, all.toArray(String[]::new));
    }
}
