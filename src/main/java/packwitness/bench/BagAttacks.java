package packwitness.bench;

import packwitness.ledger.EntryKind;
import packwitness.ledger.FileRole;
import packwitness.ledger.PayloadFile;
import packwitness.ledger.Report;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Bags are changed and their manifests mended. */
final class BagAttacks extends Attacks {
    BagAttacks() {
        bags();
    }

    private void bags() {
        add(
                "0b",
                "honest bag with its vault",
                Attack.Due.HONEST,
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
                Attack.Due.FLAGGED,
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

    private static Attack.Deed bag(InBag deed) {
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
