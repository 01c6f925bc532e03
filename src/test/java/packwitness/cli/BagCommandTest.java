package packwitness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.BagRequest;
import packwitness.ledger.BagWriter;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.ShipmentId;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The commands around bags in one file and clips, with their exit codes. */
class BagCommandTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir Path folder;

    @Test
    void bagIsPackedAndVerifiedAndABrokenOneIsAFault() throws Exception {
        Path bag = bag();
        JsonNode made = run(ExitCode.DONE, "bag", bag.toString(), "--json");
        Path file = folder.resolve("PW-1.pwbag");
        assertEquals(file.toString(), made.path("file").asText());
        assertEquals(Files.size(file), made.path("bytes").asLong());
        JsonNode report = run(ExitCode.DONE, "verify", file.toString(), "--json");
        assertEquals("PASSED", report.path("outcome").asText());
        assertEquals(0, report.path("notes").size());
        run(ExitCode.NOT_DONE, "bag", bag.toString(), "--json");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        JsonNode broken = run(ExitCode.FAULT, "verify", file.toString(), "--json");
        assertEquals("FAILED", broken.path("outcome").asText());
        assertEquals("BAG_BROKEN", broken.path("notes").path(0).path("kind").asText());
    }

    @Test
    void timesOfAFilmAreReadAsPeopleWriteThem() throws Exception {
        assertEquals(Duration.ofMillis(65_250), ClipCommand.time("1:05.25"));
        assertEquals(Duration.ofSeconds(90), ClipCommand.time("90"));
        assertThrows(Failure.class, () -> ClipCommand.time("-3"));
        assertThrows(Failure.class, () -> ClipCommand.time("1:2:3"));
    }

    private Path bag() throws Exception {
        try (Shop shop =
                Shop.open(
                        folder.resolve("vault"),
                        new ShopSettings("test", folder.resolve("passphrase"), 1),
                        CLOCK)) {
            ShipmentId parcel = new ShipmentId(77);
            shop.vault()
                    .database()
                    .write(tx ->
                            shop.ledger()
                                    .append(
                                            tx,
                                            EntryKind.HOLD,
                                            Facts.of().shipment(parcel).with("on", true)));
            shop.ledger().checkpoint();
            Path bag = folder.resolve("PW-1");
            BagWriter.write(
                    new BagRequest(
                            shop.ledger(),
                            bag,
                            List.of(),
                            List.of(parcel),
                            List.of(),
                            "PW-1",
                            CLOCK.instant()));
            return bag;
        }
    }

    private JsonNode run(int expected, String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Desk desk =
                new Desk(
                        CLOCK,
                        new ShopSettings("test", folder.resolve("passphrase"), 1),
                        folder.resolve("none"),
                        Lang.EN,
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream()));
        assertEquals(expected, Cli.run(desk, arguments), out.toString(StandardCharsets.UTF_8));
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
