package packwitness.bench;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The ledger is copied, and one branch is shown; or its end is cut off. */
final class BranchAttacks extends Attacks {
    BranchAttacks() {
        branches();
    }

    private void branches() {
        add(
                "7a",
                "clone the vault and show one branch",
                Attack.Due.OPEN,
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
                Attack.Due.FLAGGED,
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
                Attack.Due.OPEN,
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
}
