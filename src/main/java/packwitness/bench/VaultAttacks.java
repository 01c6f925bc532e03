package packwitness.bench;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Files and rows of a vault are changed, and its chain mended. */
final class VaultAttacks extends Attacks {
    VaultAttacks() {
        files();
        rows();
    }

    private void files() {
        add("0", "honest vault", Attack.Due.HONEST, "", vault((shop, world) -> {}));
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
                Attack.Due.OPEN,
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
                vault(VaultAttacks::cutOriginal));
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
                vault((shop, world) ->
                        new Forger(shop.vault).rewrite(VaultAttacks::edited, false)));
        caught(
                "2b",
                "swap, edit and relink everything",
                "C8 history.notExtended",
                vault((shop, world) -> new Forger(shop.vault).rewrite(VaultAttacks::edited, true)));
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
                vault((shop, world) ->
                        new Forger(shop.vault).rewrite(VaultAttacks::reordered, true)));
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
                Attack.Due.FLAGGED,
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

    private static int first(List<Forger.Row> rows, String kind) {
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).kind().equals(kind)) return i;
        throw new IllegalStateException(kind);
    }
}
