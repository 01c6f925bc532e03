package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

class BagTest {
    @TempDir Path folder;

    @Test
    void bagOfOneParcelPassesOurChecks() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = story(shop);
            Bag bag = shop.bag(folder.resolve("bag"), parcel);
            Report report = shop.verify(bag.folder());
            assertEquals(Outcome.PASSED, report.outcome(), report.toMap(Lang.EN).toString());
            for (String id : List.of("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C9", "C13", "C14"))
                assertEquals(
                        Outcome.PASSED,
                        report.check(id).outcome(),
                        report.check(id).details(Lang.EN).toString());
            for (String id : List.of("C8", "C10", "C11", "C12"))
                assertEquals(Outcome.UNDECIDED, report.check(id).outcome(), id);
        }
    }

    @Test
    void stampOfTheTestAuthorityIsNeverTakenForThirdParty() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            Bag bag = shop.bag(folder.resolve("bag"), story(shop));
            Report report = new Verifier().verify(List.of(bag.folder()));
            assertEquals(Outcome.PASSED, report.outcome());
            for (String id : List.of("C5", "C6", "C7"))
                assertEquals(Outcome.UNDECIDED, report.check(id).outcome());
            assertTrue(report.check("C6").details(Lang.ZH).toString().contains("测试时间戳"));
            String readme = Files.readString(bag.folder().resolve("README.txt"));
            assertTrue(readme.contains("!!!"), readme);
        }
    }

    @Test
    void sameRequestGivesTheSameBytes() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = story(shop);
            Bag one = shop.bag(folder.resolve("one"), parcel);
            Bag two = shop.bag(folder.resolve("two"), parcel);
            assertEquals(one.manifest(), two.manifest());
            for (Path file : Shell.filesUnder(one.folder()))
                assertEquals(
                        EvidenceFolder.hash(file),
                        EvidenceFolder.hash(
                                two.folder().resolve(one.folder().relativize(file).toString())));
        }
    }

    @Test
    void bagDisclosesOnlyItsOwnParcel() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = story(shop);
            Bag bag = shop.bag(folder.resolve("bag"), parcel);
            boolean own = false;
            for (Path file : Shell.filesUnder(bag.folder())) {
                String text =
                        new String(
                                Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
                own |= text.contains(parcel.waybill());
                assertFalse(text.contains("SF100002"), file.toString());
            }
            assertTrue(own);
        }
    }

    @Test
    void laterBagProvesThatItGrewOutOfTheEarlierOne() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = story(shop);
            Bag early = shop.bag(folder.resolve("early"), parcel);
            SmallShop.Parcel next = shop.pack(3);
            shop.stamp();
            Bag late = shop.bag(folder.resolve("late"), next);
            Report report = shop.verify(early.folder(), late.folder());
            assertEquals(
                    Outcome.PASSED,
                    report.check("C8").outcome(),
                    report.check("C8").details(Lang.EN).toString());
            Report withVault = shop.verify(early.folder(), late.folder(), shop.root);
            assertEquals(Outcome.PASSED, withVault.outcome(), withVault.toMap(Lang.EN).toString());
            assertEquals(Outcome.PASSED, withVault.check("C14").outcome());
        }
    }

    @Test
    void unstampedBagSaysThatNobodyElseAttestsItsTime() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = shop.pack(3);
            Bag bag = shop.bag(folder.resolve("bag"), parcel);
            Report report = shop.verify(bag.folder());
            assertEquals(Outcome.PASSED, report.outcome(), report.toMap(Lang.EN).toString());
            assertEquals(Outcome.UNDECIDED, report.check("C5").outcome());
            assertEquals(Outcome.PASSED, report.check("C2").outcome());
        }
    }

    @Test
    void unknownParcelMakesNoBagAndLeavesNothing() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel ghost =
                    new SmallShop.Parcel(
                            new packwitness.value.ShipmentId(5),
                            new packwitness.value.TakeId(6),
                            "X",
                            folder.resolve("none.mp4"));
            Failure unread =
                    assertThrows(Failure.class, () -> shop.bag(folder.resolve("b"), ghost));
            assertEquals(LedgerProblem.BAG_FILE_UNREADABLE, unread.problem());
            Files.createFile(ghost.video());
            Failure nothing =
                    assertThrows(Failure.class, () -> shop.bag(folder.resolve("b"), ghost));
            assertEquals(LedgerProblem.NOTHING_TO_SHOW, nothing.problem());
            assertFalse(Files.exists(folder.resolve("b")));
        }
    }

    @Test
    void verifyScriptPassesWithCoreutilsAndOpensslAlone() throws Exception {
        Shell.need("sh", "openssl");
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = story(shop);
            shop.bag(folder.resolve("early"), parcel);
            shop.pack(2);
            shop.stamp();
            Bag bag = shop.bag(folder.resolve("证据 包"), parcel, shop.pack(4));
            Shell.Said said = script(bag.folder());
            assertEquals(0, said.code(), said.text());
            assertFalse(said.text().contains("FAILED]"), said.text());
            assertTrue(said.text().contains("测试时间戳"), said.text());
        }
    }

    @Test
    void verifyScriptNamesTheFileThatWasChanged() throws Exception {
        Shell.need("sh", "openssl");
        try (SmallShop shop = SmallShop.open(folder)) {
            SmallShop.Parcel parcel = story(shop);
            Bag bag = shop.bag(folder.resolve("bag"), parcel);
            for (String name :
                    List.of(
                            "data/视频 原件/" + parcel.video().getFileName(),
                            "data/ledger/rows/0.row",
                            "data/ledger/checkpoint/note.sig",
                            "bag-info.txt",
                            "manifest-sha256.txt")) {
                Path file = bag.folder().resolve(name);
                byte[] before = Files.readAllBytes(file);
                byte[] bent = before.clone();
                bent[bent.length / 2] ^= 1;
                Files.write(file, bent);
                Shell.Said said = script(bag.folder());
                assertEquals(1, said.code(), name + "\n" + said.text());
                assertTrue(said.text().contains(name), name + "\n" + said.text());
                Files.write(file, before);
            }
            Path foreign = bag.folder().resolve("data/多出 的文件.txt");
            Files.writeString(foreign, "x");
            Shell.Said said = script(bag.folder());
            assertEquals(1, said.code());
            assertTrue(said.text().contains("多出 的文件.txt"), said.text());
        }
    }

    /** Two parcels, of which the first is asked for, with stamps around them. */
    static SmallShop.Parcel story(SmallShop shop) throws Failure, IOException {
        shop.stamp();
        SmallShop.Parcel parcel = shop.pack(5);
        shop.clock.pass(Duration.ofMinutes(1));
        shop.pack(3);
        shop.stamp();
        return parcel;
    }

    /** Runs verify.sh with a PATH that holds nothing but coreutils and openssl. */
    private Shell.Said script(Path bag) throws IOException, InterruptedException {
        Path bin = folder.resolve("bin");
        if (!Files.exists(bin)) {
            Files.createDirectories(bin);
            for (String name :
                    List.of("sha256sum", "cat", "od", "tr", "base64", "dirname", "openssl")) {
                Path program = Path.of("/usr/bin", name);
                if (Files.exists(program))
                    Files.copy(program, bin.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return Shell.runWithPath(folder, bin.toString(), "/bin/sh", bag + "/verify.sh");
    }
}
