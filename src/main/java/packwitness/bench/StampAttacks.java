package packwitness.bench;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Stamps and signatures are taken away, exchanged or made by the owner. */
final class StampAttacks extends Attacks {
    StampAttacks() {
        stamps();
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
}
