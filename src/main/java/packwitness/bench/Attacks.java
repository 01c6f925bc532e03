package packwitness.bench;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.FileRole;
import packwitness.ledger.PayloadFile;
import packwitness.ledger.Report;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a dishonest owner of machine, database and device key may do; what lies outside is the key
 * of the authority and the bags that left the house.
 */
final class Attacks {
    /** What must come of it. */
    enum Due {
        /** The report is FAILED, and the finding says why. */
        CAUGHT,
        /** The report says so, but it is no fault by itself. */
        FLAGGED,
        /** Nothing can find it, and every report says that. */
        OPEN,
        /** Nothing was done: no fault may be found. */
        HONEST
    }

    interface Deed {
        Report of(AttackWorld world) throws Failure;
    }

    /**
     * One attack.
     *
     * @param finding check and word that must be among the findings; empty for open classes
     */
    record Attack(String id, String what, Due due, String finding, Deed deed) {}

    private final List<Attack> all = new ArrayList<>();

    private Attacks() {}

    static List<Attack> all() {
        Attacks attacks = new Attacks();
        attacks.files();
        attacks.rows();
        attacks.stamps();
        attacks.branches();
        attacks.bags();
        return List.copyOf(attacks.all);
    }

    private void add(String id, String what, Due due, String finding, Deed deed) {
        all.add(new Attack(id, what, due, finding, deed));
    }

    private void caught(String id, String what, String finding, Deed deed) {
        add(id, what, Due.CAUGHT, finding, deed);
    }

    /** Opens a copy of the honest vault, does the deed, and checks the vault. */
    private interface Change {
        void in(SmallShop shop, AttackWorld world) throws Failure;
    }

    private static Deed vault(Change change) {
        return world -> {
            try (SmallShop shop = world.shop()) {
                change.in(shop, world);
                return shop.verify(shop.root);
            }
        };
    }

    private void files() {
        add("0", "honest vault", Due.HONEST, "", vault((shop, world) -> {}));
        caught(
                "1",
                "swap the video file",
                "C1 file.changed",
                vault((shop, world) ->
                        AttackWorld.write(world.parcel(shop, 0).video(), new byte[] {1, 2, 3})));
        caught(
                "1b",
                "swap a picture of the buyer",
                "C1 file.changed",
                vault((shop, world) ->
                        AttackWorld.write(shop.root.resolve("claims/7/1.jpg"), new byte[] {1})));
        caught(
                "1c",
                "put a video beside the others",
                "C1 file.foreign",
                vault((shop, world) ->
                        AttackWorld.write(
                                shop.root.resolve("videos/2026/11/20/take-9.mp4"),
                                new byte[] {1})));
        add(
                "5b",
                "stage a new video and log it honestly at its own time",
                Due.OPEN,
                "",
                vault((shop, world) -> {
                    shop.pack(2);
                    shop.stamp();
                }));
        caught(
                "6a",
                "cut the video before it is hashed",
                "C9 take.short",
                vault((shop, world) -> {
                    shop.pack(45, 5, 600);
                    shop.stamp();
                }));
        caught(
                "6a2",
                "cut the original after its pieces were entered",
                "C9 take.piece",
                vault(Attacks::cutOriginal));
        caught(
                "6b",
                "drop a recording",
                "C3 take.noEnd",
                vault((shop, world) -> {
                    shop.append(
                            EntryKind.START,
                            SmallShop.start(
                                    new ShipmentId(7), new TakeId(8), "SF1", 1, "videos/gone.mp4"));
                    shop.stamp();
                }));
    }

    private static void cutOriginal(SmallShop shop, AttackWorld world) throws Failure {
        byte[] piece = new byte[100];
        Sha256 link = Sha256.ofBytes(SmallShop.link(new byte[32], 0, piece));
        TakeId take = new TakeId(2);
        shop.append(
                EntryKind.START,
                SmallShop.start(new ShipmentId(1), take, "SF9", 1, "videos/cut.mp4"));
        shop.append(
                EntryKind.SEGMENT,
                Facts.of()
                        .take(take)
                        .with("segment", 0)
                        .with("offset", 0)
                        .with("length", piece.length)
                        .with("sha256", Sha256.of(piece))
                        .with("link", link)
                        .with("frames", 30));
        byte[] cut = new byte[60];
        shop.vault.files().keep("videos/cut.mp4", cut);
        shop.append(
                EntryKind.STOP,
                Facts.of()
                        .take(take)
                        .with("file", "videos/cut.mp4")
                        .with("bytes", cut.length)
                        .with("sha256", Sha256.of(cut))
                        .with("chain", link)
                        .with("segments", 1)
                        .with("recorded", 30));
        shop.stamp();
    }

    private void rows() {
        caught(
                "2a",
                "swap and edit the row",
                "C3 row.unlinked",
                vault((shop, world) -> new Forger(shop.vault).rewrite(Attacks::edited, false)));
        caught(
                "2b",
                "swap, edit and relink everything",
                "C8 history.notExtended",
                vault((shop, world) -> new Forger(shop.vault).rewrite(Attacks::edited, true)));
        caught(
                "3a",
                "delete the rows of a recording",
                "C3 row.number",
                vault((shop, world) -> {
                    TakeId take = world.parcel(shop, 1).take();
                    new Forger(shop.vault)
                            .sql(tx ->
                                    tx.run(
                                            "DELETE FROM ledger_row WHERE take_id = ?",
                                            take.value()));
                }));
        caught(
                "3b",
                "delete them and relink",
                "C8 history.notExtended",
                vault((shop, world) ->
                        new Forger(shop.vault)
                                .rewrite(rows -> without(rows, world.parcel(shop, 1)), true)));
        caught(
                "4",
                "re-order and relink",
                "C3 take.segmentOutside",
                vault((shop, world) -> new Forger(shop.vault).rewrite(Attacks::reordered, true)));
        caught(
                "5a",
                "back-date a recording by setting the clock back",
                "C7 bracket.backDated",
                vault((shop, world) -> {
                    Instant now = shop.clock.instant();
                    shop.clock.set(now.minus(Duration.ofMinutes(30)));
                    shop.pack(2);
                    shop.clock.set(now.plusSeconds(60));
                    shop.stamp();
                }));
        add(
                "5c",
                "set the clock back by less than the stamps can see",
                Due.FLAGGED,
                "C13 clock.back",
                vault((shop, world) -> {
                    shop.clock.set(shop.clock.instant().minusSeconds(90));
                    shop.pack(2);
                    shop.stamp();
                }));
        caught(
                "10",
                "exchange a personal value",
                "C1 salt.other",
                vault((shop, world) ->
                        new Forger(shop.vault)
                                .sql(tx ->
                                        tx.run(
                                                "UPDATE ledger_salt SET value = 'SF666' WHERE name"
                                                    + " = 'waybill'"))));
        caught(
                "11",
                "make a personal value disappear without a word",
                "C1 salt.gone",
                vault((shop, world) ->
                        new Forger(shop.vault)
                                .sql(tx ->
                                        tx.run(
                                                "DELETE FROM ledger_salt WHERE seq = (SELECT"
                                                    + " max(seq) FROM ledger_salt)"))));
        caught(
                "12",
                "hide a recording from the index's look-up columns",
                "C2 row.columns",
                vault((shop, world) ->
                        new Forger(shop.vault)
                                .sql(tx -> tx.run("UPDATE ledger_row SET take_id = NULL"))));
    }

    private void stamps() {
        caught(
                "3c",
                "delete, relink, drop all stamps, one stamp 30 days later",
                "C7 bracket.lateStamp",
                world -> {
                    try (SmallShop shop = world.shop()) {
                        begunAnew(shop, world);
                        return shop.verify(shop.root);
                    }
                });
        caught(
                "3d",
                "the same, with an earlier bag at hand",
                "C8 history.shorter",
                world -> {
                    Path old = world.fresh("bag");
                    try (SmallShop shop = world.shop()) {
                        shop.bag(old, List.of(), world.parcel(shop, 2));
                        begunAnew(shop, world);
                        return shop.verify(shop.root, old);
                    }
                });
        caught(
                "9",
                "stamp with an authority of one's own making",
                "C6 stamp.selfMade",
                vault((shop, world) -> {
                    shop.pack(1);
                    shop.stamp(new OwnAuthority(shop.clock));
                }));
        caught(
                "13",
                "take one stamp away",
                "C5 stamp.gone",
                vault((shop, world) ->
                        new Forger(shop.vault)
                                .sql(tx ->
                                        tx.run(
                                                "DELETE FROM ledger_stamp WHERE seq = (SELECT"
                                                    + " min(seq) FROM ledger_stamp)"))));
        caught(
                "14",
                "tell another time than the stamp",
                "C5 stamp.time",
                vault((shop, world) ->
                        new Forger(shop.vault)
                                .sql(tx ->
                                        tx.run(
                                                "UPDATE ledger_stamp SET gen_time = gen_time -"
                                                    + " 1000"))));
        caught(
                "15",
                "put the stamp of one checkpoint under another",
                "C5 stamp.imprint",
                vault((shop, world) ->
                        new Forger(shop.vault)
                                .sql(tx ->
                                        tx.run(
                                                "UPDATE ledger_stamp SET (request, response) ="
                                                    + " (SELECT request, response FROM ledger_stamp"
                                                    + " ORDER BY size LIMIT 1)"))));
        caught(
                "16",
                "sign a checkpoint with another key",
                "C4 checkpoint.signature",
                vault((shop, world) ->
                        new Forger(shop.vault)
                                .sql(tx ->
                                        tx.run(
                                                "UPDATE ledger_checkpoint SET signature = (SELECT"
                                                    + " signature FROM ledger_checkpoint ORDER BY"
                                                    + " size DESC LIMIT 1)"))));
    }

    private void branches() {
        add(
                "7a",
                "clone the vault and show one branch",
                Due.OPEN,
                "",
                world -> {
                    try (SmallShop other = world.shop()) {
                        other.pack(1);
                        other.stamp();
                        return other.verify(other.root);
                    }
                });
        caught(
                "7b",
                "the same, with a bag of the other branch at hand",
                "C8 history.notExtended",
                world -> {
                    Path bag = world.fresh("bag");
                    try (SmallShop one = world.shop();
                            SmallShop other = world.shop()) {
                        SmallShop.Parcel parcel = one.pack(2);
                        one.stamp();
                        one.bag(bag, List.of(), parcel);
                        other.clock.pass(Duration.ofSeconds(5));
                        other.pack(3);
                        other.stamp();
                        return other.verify(other.root, bag);
                    }
                });
        caught(
                "7c",
                "two bags of two branches, no vault",
                "C8 history.unproven",
                world -> {
                    Path bagOne = world.fresh("bag");
                    Path bagOther = world.fresh("bag");
                    try (SmallShop one = world.shop();
                            SmallShop other = world.shop()) {
                        SmallShop.Parcel parcel = one.pack(2);
                        one.stamp();
                        one.bag(bagOne, List.of(), parcel);
                        other.clock.pass(Duration.ofSeconds(5));
                        other.pack(1);
                        SmallShop.Parcel shown = other.pack(3);
                        other.stamp();
                        other.bag(bagOther, List.of(), shown);
                        return other.verify(bagOther, bagOne);
                    }
                });
        add(
                "8a",
                "cut off the end of the ledger, not at a stamp",
                Due.FLAGGED,
                "C7 bracket.unstamped",
                vault((shop, world) -> {
                    long end = shop.append(EntryKind.VIEW, Facts.of().with("how", "a")).seq() + 1;
                    SmallShop.Parcel parcel = shop.pack(1);
                    shop.stamp();
                    cutRows(shop, end);
                    AttackWorld.delete(parcel.video());
                }));
        caught(
                "8a2",
                "the same, and forget the video",
                "C1 file.foreign",
                vault((shop, world) -> cutRows(shop, afterSecondLastStamp(shop))));
        add(
                "8a3",
                "cut it off at a stamp, with its videos",
                Due.OPEN,
                "",
                vault((shop, world) -> cutTail(shop, world)));
        caught(
                "8b",
                "the same, with a later bag at hand",
                "C8 history.shorter",
                world -> {
                    Path bag = world.fresh("bag");
                    try (SmallShop shop = world.shop()) {
                        shop.bag(bag, List.of(), world.parcel(shop, 2));
                        cutTail(shop, world);
                        return shop.verify(shop.root, bag);
                    }
                });
    }

    private void bags() {
        add(
                "0b",
                "honest bag with its vault",
                Due.HONEST,
                "",
                bag((bag, shop) -> shop.verify(bag, shop.root)));
        caught(
                "20",
                "lay a file into the bag",
                "C1 bag.foreign",
                bag((bag, shop) -> {
                    AttackWorld.write(bag.resolve("data/new.txt"), new byte[] {1});
                    return shop.verify(bag);
                }));
        caught(
                "21",
                "swap the video, call it OTHER, mend all manifests",
                "C1 take.notInBag",
                bag((bag, shop) -> {
                    String roles = AttackWorld.text(bag.resolve("data/ledger/files.txt"));
                    String name =
                            roles.lines()
                                    .filter(l -> l.endsWith(".mp4"))
                                    .findFirst()
                                    .orElseThrow()
                                    .split(" ", 3)[2];
                    byte[] other = {4, 5, 6};
                    AttackWorld.replace(bag, name, other);
                    AttackWorld.replace(
                            bag,
                            "data/ledger/files.txt",
                            roles.replaceAll(
                                            "ORIGINAL [0-9a-f]{64} (.*mp4)",
                                            "OTHER " + Sha256.of(other) + " $1")
                                    .getBytes(StandardCharsets.UTF_8));
                    return shop.verify(bag);
                }));
        caught(
                "22",
                "leave a recording of the parcel out of the bag, its rows too",
                "C14 shown.hole",
                world -> {
                    Path bag = world.fresh("bag");
                    try (SmallShop shop = world.shop()) {
                        SmallShop.Parcel first = shop.pack(2);
                        SmallShop.Parcel again =
                                shop.pack(
                                        first.shipment(),
                                        new TakeId(first.take().value() + 1),
                                        first.waybill(),
                                        2,
                                        2,
                                        2,
                                        600);
                        shop.stamp();
                        shop.bag(bag, List.of(), first, again);
                        withoutTake(bag, first.take());
                        return shop.verify(bag);
                    }
                });
        caught(
                "23",
                "leave out another parcel with the same waybill, vault at hand",
                "C14 shown.hidden",
                world -> {
                    Path bag = world.fresh("bag");
                    try (SmallShop shop = world.shop()) {
                        SmallShop.Parcel parcel = world.parcel(shop, 0);
                        shop.append(
                                EntryKind.START,
                                SmallShop.start(
                                        new ShipmentId(7),
                                        new TakeId(8),
                                        parcel.waybill(),
                                        1,
                                        "videos/b.mp4"));
                        shop.stamp();
                        shop.bag(bag, List.of(), parcel);
                        return shop.verify(bag, shop.root);
                    }
                });
        caught(
                "24",
                "change the paper after it was signed, mend all manifests",
                "C10 pdf.signature",
                bag((bag, shop) -> {
                    byte[] paper = AttackWorld.bytes(bag.resolve("data/paper.pdf"));
                    paper[20] ^= 1;
                    String roles = AttackWorld.text(bag.resolve("data/ledger/files.txt"));
                    AttackWorld.replace(bag, "data/paper.pdf", paper);
                    AttackWorld.replace(
                            bag,
                            "data/ledger/files.txt",
                            roles.replaceAll("DOSSIER [0-9a-f]{64}", "DOSSIER " + Sha256.of(paper))
                                    .getBytes(StandardCharsets.UTF_8));
                    return shop.verify(bag);
                }));
        caught(
                "25",
                "disclose another value than was entered",
                "C1 salt.other",
                bag((bag, shop) -> {
                    String list = AttackWorld.text(bag.resolve("data/ledger/salts.json"));
                    AttackWorld.replace(
                            bag,
                            "data/ledger/salts.json",
                            list.replace("小王", "小李").getBytes(StandardCharsets.UTF_8));
                    String salt =
                            AttackWorld.text(bag.resolve("manifest-sha256.txt"))
                                    .lines()
                                    .filter(l -> l.endsWith(".operator"))
                                    .findFirst()
                                    .orElseThrow()
                                    .substring(66);
                    AttackWorld.replace(
                            bag,
                            salt,
                            AttackWorld.text(bag.resolve(salt))
                                    .replace("小王", "小李")
                                    .getBytes(StandardCharsets.UTF_8));
                    return shop.verify(bag);
                }));
        add(
                "26",
                "put another verify.sh into the bag, mend the tag manifest",
                Due.FLAGGED,
                "C1 bag.otherScript",
                bag((bag, shop) -> {
                    byte[] script = "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8);
                    AttackWorld.write(bag.resolve("verify.sh"), script);
                    String tags = AttackWorld.text(bag.resolve("tagmanifest-sha256.txt"));
                    AttackWorld.write(
                            bag.resolve("tagmanifest-sha256.txt"),
                            tags.replaceAll(
                                            "[0-9a-f]{64}  verify.sh",
                                            Sha256.of(script) + "  verify.sh")
                                    .getBytes(StandardCharsets.UTF_8));
                    return shop.verify(bag);
                }));
    }

    private interface InBag {
        Report of(Path bag, SmallShop shop) throws Failure;
    }

    private static Deed bag(InBag deed) {
        return world -> {
            Path bag = world.fresh("bag");
            try (SmallShop shop = world.shop()) {
                Path paper = world.fresh("paper");
                AttackWorld.write(paper, TinyPaper.signed(shop.key, "a paper"));
                shop.bag(
                        bag,
                        List.of(new PayloadFile(paper, "paper.pdf", FileRole.DOSSIER)),
                        world.parcel(shop, 0));
                return deed.of(bag, shop);
            }
        };
    }

    /** The hash of an original is exchanged in its last row. */
    private static List<Forger.Row> edited(List<Forger.Row> rows) {
        int at = first(rows, "STOP");
        rows.set(at, rows.get(at).with("sha256", Sha256.of(new byte[] {1}).hex()));
        return rows;
    }

    private static List<Forger.Row> reordered(List<Forger.Row> rows) {
        int stop = first(rows, "STOP");
        Collections.swap(rows, stop, stop - 1);
        return rows;
    }

    private static List<Forger.Row> without(List<Forger.Row> rows, SmallShop.Parcel parcel) {
        rows.removeIf(row -> row.fact("take").equals(parcel.take().toString()));
        return rows;
    }

    private static int first(List<Forger.Row> rows, String kind) {
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).kind().equals(kind)) return i;
        throw new IllegalStateException(kind);
    }

    /** The ledger without a recording and without stamps, stamped once, 30 days later. */
    private static void begunAnew(SmallShop shop, AttackWorld world) throws Failure {
        Forger forger = new Forger(shop.vault);
        forger.sql(tx -> {
            tx.run("DELETE FROM ledger_stamp");
            tx.run("DELETE FROM ledger_handed");
            tx.run("DELETE FROM ledger_checkpoint");
            tx.run("DELETE FROM ledger_salt");
        });
        forger.rewrite(
                rows -> {
                    rows.removeIf(row -> row.kind().equals("STAMP"));
                    return without(rows, world.parcel(shop, 1));
                },
                true);
        shop.clock.pass(Duration.ofDays(30));
        try (SmallShop again = world.open(shop.root)) {
            again.clock.set(shop.clock.instant());
            again.stamp();
        }
    }

    /** Cuts the ledger behind a STAMP row, and its videos with it. */
    private static void cutTail(SmallShop shop, AttackWorld world) throws Failure {
        cutRows(shop, afterSecondLastStamp(shop));
        AttackWorld.delete(world.parcel(shop, 2).video());
    }

    private static long afterSecondLastStamp(SmallShop shop) throws Failure {
        return shop.vault
                        .database()
                        .read(tx ->
                                tx.list(
                                        "SELECT seq FROM ledger_row WHERE kind = 'STAMP' ORDER BY"
                                                + " seq DESC LIMIT 2",
                                        row -> row.number("seq")))
                        .getLast()
                + 1;
    }

    private static void cutRows(SmallShop shop, long end) throws Failure {
        new Forger(shop.vault)
                .sql(tx -> {
                    tx.run("DELETE FROM ledger_handed");
                    tx.run("DELETE FROM ledger_stamp WHERE seq >= ?", end);
                    tx.run("DELETE FROM ledger_checkpoint WHERE size > ?", end);
                    tx.run("DELETE FROM ledger_salt WHERE seq >= ?", end);
                    tx.run("DELETE FROM ledger_row WHERE seq >= ?", end);
                });
    }

    private static void withoutTake(Path bag, TakeId take) throws Failure {
        String manifest = AttackWorld.text(bag.resolve("manifest-sha256.txt"));
        for (String line : manifest.lines().toList()) {
            String name = line.substring(66);
            if (!name.startsWith("data/ledger/rows/")) continue;
            String row = AttackWorld.text(bag.resolve(name));
            if (!row.contains("\ntake " + take + "\n")) continue;
            String seq = name.replaceAll("\\D", "");
            AttackWorld.remove(bag, name);
            AttackWorld.remove(bag, "data/ledger/proofs/" + seq + ".txt");
        }
    }
}
