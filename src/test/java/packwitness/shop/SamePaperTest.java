package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.dossier.Making;
import packwitness.dossier.paper.Addressee;
import packwitness.ledger.Outcome;
import packwitness.platform.ImagePack;
import packwitness.platform.PlatformRules;
import packwitness.value.ClaimId;
import packwitness.value.Fen;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A recorded case, made into its papers by two starts of the shop on different days. */
class SamePaperTest {
    private static final String WAYBILL = "SF1234567890123";
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    /** Between them they have every part of a paper, an annex and a translation. */
    private static final List<Addressee> LONGEST =
            List.of(Addressee.PLATFORM, Addressee.POLICE, Addressee.COURT);

    @TempDir Path folder;
    private final Clock today = Clock.system(ZoneOffset.UTC);

    private Shop shop(Clock clock) throws Exception {
        return Shop.open(
                folder.resolve("vault"),
                new ShopSettings("test", folder.resolve("passphrase"), 1),
                clock);
    }

    private ClaimId recordedClaim() throws Exception {
        Shop.useTestAuthority(folder.resolve("vault"));
        try (Shop shop = shop(today)) {
            shop.arm("demo:?fps=10&size=320x180", "1");
            shop.desk().scan(WAYBILL);
            Thread.sleep(2500);
            shop.desk().disarm();
            shop.checkpoint();
            shop.desk().finishStills();
            ClaimId id =
                    shop.claims()
                            .open(
                                    new NewClaim(
                                            shop.index().require(WAYBILL).id(),
                                            "某平台",
                                            "裂纹",
                                            Fen.ofYuan("168.00"),
                                            true,
                                            LocalDate.now(today),
                                            Optional.empty(),
                                            Optional.of("买家")))
                            .id();
            Path ours = Files.write(folder.resolve("ours.jpg"), DemoMaterial.listingPicture());
            Path theirs = Files.write(folder.resolve("theirs.png"), DemoMaterial.buyerPicture());
            shop.claims().add(id, FileRole.LISTING, ours, "");
            shop.claims().add(id, FileRole.BUYER, theirs, "");
            return id;
        }
    }

    /**
     * Returns what stands before the signature, which an appended revision brings with its time.
     */
    private static byte[] unsigned(Path pdf) throws Exception {
        byte[] whole = Files.readAllBytes(pdf);
        for (int at = 0; at < whole.length - END.length; at++)
            if (Arrays.equals(whole, at, at + END.length, END, 0, END.length))
                return Arrays.copyOf(whole, at);
        throw new AssertionError("no end of file in " + pdf);
    }

    private List<byte[]> papers(ClaimId id, Clock clock, Path out) throws Exception {
        List<byte[]> papers = new ArrayList<>();
        try (Shop shop = shop(clock)) {
            for (Addressee reader : LONGEST) {
                boolean english = reader == Addressee.PLATFORM;
                var made = shop.dossiers().make(id, reader, out, english, Making.UNWATCHED);
                assertTrue(made.report().outcome() != Outcome.FAILED, reader.toString());
                papers.add(unsigned(made.pdf()));
                if (english) papers.add(unsigned(made.english().orElseThrow()));
                Path annex = made.bag().folder().resolve("data/annex.pdf");
                if (Files.exists(annex)) papers.add(unsigned(annex));
            }
            for (String rule : List.of("taobao-refuse", "jd")) {
                ImagePack pack =
                        shop.dossiers()
                                .pack(id, PlatformRules.shipped().named(rule), out.resolve(rule));
                for (Path file : pack.files()) papers.add(Files.readAllBytes(file));
            }
        }
        return papers;
    }

    @Test
    void theSameCaseGivesTheSameBytesOnAnotherDay() throws Exception {
        ClaimId id = recordedClaim();
        List<byte[]> first = papers(id, today, Files.createDirectory(folder.resolve("first")));
        Clock later = Clock.offset(today, Duration.ofDays(1));
        List<byte[]> second = papers(id, later, Files.createDirectory(folder.resolve("second")));
        assertEquals(first.size(), second.size());
        for (int i = 0; i < first.size(); i++)
            assertArrayEquals(first.get(i), second.get(i), "paper " + i);
    }
}
