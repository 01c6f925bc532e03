package packwitness.inspect.listing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.ClaimBook;
import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

class ListingShelfTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void picturesOfClaimsAndOfAFolderAreFoundAndChangedOnesNotTaken() throws Exception {
        try (Vault vault = Vault.open(folder.resolve("vault"), CLOCK, 1)) {
            ListingShelf shelf = new ListingShelf(vault, withListing(vault, drawing(0, 100)));
            assertEquals(1, shelf.takeClaims());
            assertEquals(0, shelf.takeClaims());
            Path own = Files.createDirectories(folder.resolve("own").resolve("cups"));
            Files.write(own.resolve("a.JPG"), drawing(1, 100));
            Files.write(own.resolve("notes.txt"), drawing(2, 100));
            Files.write(own.resolve("broken.png"), new byte[] {1, 2, 3});
            assertEquals(1, shelf.takeFolder(folder.resolve("own")));
            assertEquals(2, shelf.size());

            for (int n = 0; n < 2; n++) {
                byte[] received = drawing(n, 80);
                Candidate first = shelf.nearest(received, 3).getFirst();
                assertEquals(Sha256.of(drawing(n, 100)), first.sha256());
                assertArrayEquals(drawing(n, 100), shelf.picture(first).orElseThrow());
                assertEquals(CLOCK.instant(), first.at());
            }
            Candidate second = shelf.nearest(drawing(1, 100), 3).getFirst();
            Files.write(own.resolve("a.JPG"), drawing(2, 100));
            assertTrue(shelf.picture(second).isEmpty());
        }
    }

    @Test
    void aFolderThatIsNotThereIsToldAsTrouble() throws Exception {
        try (Vault vault = Vault.open(folder.resolve("vault"), CLOCK, 1)) {
            ListingShelf shelf = new ListingShelf(vault, withListing(vault, new byte[] {1}));
            assertThrows(Failure.class, () -> shelf.takeFolder(folder.resolve("nowhere")));
        }
    }

    /** Draws picture number {@code n}, so many per cent as large as ours. */
    private static byte[] drawing(int n, int percent) throws IOException {
        int width = 640 * percent / 100;
        int height = 480 * percent / 100;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(percent / 100.0, percent / 100.0);
        SplittableRandom random = new SplittableRandom(n);
        for (int i = 0; i < 120; i++) {
            pen.setColor(new Color(random.nextInt(1 << 24)));
            int side = 8 + random.nextInt(80);
            if (i % 2 == 0) pen.fillRect(random.nextInt(640), random.nextInt(480), side, side);
            else pen.fillOval(random.nextInt(640), random.nextInt(480), side, side);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        return out.toByteArray();
    }

    private ClaimBook withListing(Vault vault, byte[] picture) throws Failure {
        DeviceKey key =
                DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
        ClaimBook claims = new ClaimBook(vault, Ledger.open(vault.database(), key, CLOCK));
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan)"
                                        + " VALUES (77, 'SF1234567890123', '1', 0, 0)"));
        RefundClaim claim =
                claims.open(
                        new NewClaim(
                                new ShipmentId(77),
                                "taobao",
                                "杯子破损",
                                Fen.ofYuan("20.00"),
                                false,
                                LocalDate.of(2026, 11, 23),
                                Optional.empty(),
                                Optional.empty()));
        if (picture.length > 10)
            claims.add(claim.id(), FileRole.LISTING, "商品图.jpg", picture, "店铺后台下载");
        return claims;
    }
}
