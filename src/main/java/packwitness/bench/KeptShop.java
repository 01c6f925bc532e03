package packwitness.bench;

import packwitness.claim.ClaimBook;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.keep.Disk;
import packwitness.keep.Doer;
import packwitness.keep.Retention;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.shipment.ShipmentIndex;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A vault whose parcels are made as the desk makes them - rows of index and ledger, files with
 * their hashes - only faster, on a clock that is set; for benchmarks and tests of what is kept. One
 * thread.
 */
public final class KeptShop implements AutoCloseable {
    public static final Doer DOER = new Doer("bench", "");
    private static final char[] PASSPHRASE = "bench".toCharArray();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FRAMES = 30;

    public final Path root;
    public final Vault vault;
    public final Ledger ledger;
    public final ShipmentIndex index;
    public final ClaimBook claims;
    private final SetClock clock;
    private final Random random;
    private int parcels;

    /** One parcel with one recording. */
    public record Parcel(
            ShipmentId shipment, TakeId take, String waybill, String file, Sha256 hash) {}

    /** Where the bytes of a file go. */
    public interface Files {
        void keep(String file, byte[] bytes) throws Failure;
    }

    private KeptShop(Path root, SetClock clock, long seed) throws Failure {
        this.root = root;
        this.clock = clock;
        this.random = new Random(seed);
        this.vault = Vault.open(root, clock, 1);
        DeviceKey key = DeviceKey.openOrMake(root.resolve("keys/device.p12"), PASSPHRASE, clock);
        this.ledger = Ledger.open(vault.database(), key, clock);
        this.index = new ShipmentIndex(vault, ledger);
        this.claims = new ClaimBook(vault, ledger);
    }

    /** Opens or makes the vault in this folder; its clock begins at the given moment. */
    public static KeptShop open(Path root, Instant now, long seed) throws Failure {
        return new KeptShop(root, new SetClock(now, ZONE), seed);
    }

    public Clock clock() {
        return clock;
    }

    public void pass(Duration time) {
        clock.pass(time);
    }

    public Retention retention() {
        return new Retention(vault, ledger, clock);
    }

    public Retention retention(Disk disk) {
        return new Retention(vault, ledger, clock, disk);
    }

    /** Says what was recorded with: once before the first parcel, for a vault that is verified. */
    public void arm() throws Failure {
        append(
                EntryKind.ARM,
                Facts.of()
                        .with("station", "1")
                        .with("camera", "demo:")
                        .with("mode", "1280x720@30")
                        .with("program", "bench")
                        .with("os", "any")
                        .with("zone", "Asia/Shanghai"));
    }

    public Entry append(EntryKind kind, Facts facts) throws Failure {
        return vault.database().write(tx -> ledger.append(tx, kind, facts));
    }

    /** Records a parcel of so many seconds into the vault. */
    public Parcel pack(int seconds) throws Failure {
        return pack(seconds, vault.files()::keep);
    }

    /** Records a parcel of so many seconds; its bytes go where the caller says. */
    public Parcel pack(int seconds, Files files) throws Failure {
        String waybill =
                String.format(
                        java.util.Locale.ROOT,
                        "SF%013d",
                        ++parcels + random.nextInt(1000) * 1_000_000L);
        Instant began = clock.instant();
        long[] ids = vault.database().write(tx -> new long[] {tx.nextId(), tx.nextId()});
        ShipmentId shipment = new ShipmentId(ids[0]);
        TakeId take = new TakeId(ids[1]);
        LocalDate day = LocalDate.ofInstant(began, ZONE);
        String file =
                String.format(
                        java.util.Locale.ROOT,
                        "videos/%d/%02d/%02d/%d.mp4",
                        day.getYear(),
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        ids[1]);
        List<Facts> rows = new ArrayList<>();
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        byte[] link = new byte[32];
        for (int i = 0; i < seconds; i++) {
            byte[] noise = new byte[40 + random.nextInt(40)];
            random.nextBytes(noise);
            byte[] second = TinyFilm.second(FRAMES, noise);
            byte[] piece = second;
            if (i == 0) {
                ByteArrayOutputStream first = new ByteArrayOutputStream();
                first.writeBytes(TinyFilm.head());
                first.writeBytes(second);
                piece = first.toByteArray();
            }
            link = SmallShop.link(link, film.size(), piece);
            rows.add(SmallShop.segment(take, i, film.size(), piece, link));
            film.writeBytes(piece);
        }
        byte[] all = film.toByteArray();
        Sha256 hash = Sha256.of(all);
        Sha256 chain = Sha256.ofBytes(link);
        vault.database()
                .write(tx -> {
                    Entry start =
                            ledger.append(
                                    tx,
                                    EntryKind.START,
                                    SmallShop.start(shipment, take, waybill, 1, file));
                    tx.run(
                            "INSERT INTO shipment (id, waybill, station, first_scan, last_scan)"
                                    + " VALUES (?,?,'1',?,?)",
                            shipment.value(),
                            waybill,
                            began,
                            began);
                    tx.run(
                            "INSERT INTO take (id, shipment_id, number, view, state, station,"
                                    + " camera, file, scanned_at, start_seq) VALUES"
                                    + " (?,?,1,'OVERVIEW','RECORDING','1','demo:',?,?,?)",
                            take.value(),
                            shipment.value(),
                            file,
                            began,
                            start.seq());
                    return start;
                });
        files.keep(file, all);
        clock.pass(Duration.ofSeconds(seconds));
        Facts stop =
                Facts.of()
                        .take(take)
                        .with("file", file)
                        .with("bytes", all.length)
                        .with("sha256", hash)
                        .with("chain", chain)
                        .with("segments", rows.size())
                        .with("received", FRAMES * seconds)
                        .with("dropped", 0)
                        .with("recorded", FRAMES * seconds)
                        .with("preroll", 0)
                        .with("first_at", began)
                        .with("last_at", began.plusSeconds(seconds))
                        .with("gaps", 0)
                        .with("reason", "next scan");
        vault.database()
                .write(tx -> {
                    for (Facts row : rows) ledger.append(tx, EntryKind.SEGMENT, row);
                    Entry end = ledger.append(tx, EntryKind.STOP, stop);
                    return tx.run(
                            "UPDATE take SET state = 'SEALED', stop_seq = ?, bytes = ?, sha256 = ?,"
                                + " chain = ?, segments = ?, received = ?, dropped = 0, recorded ="
                                + " ?, pre_roll = 0, first_frame = 0, last_frame = ?, first_at = ?,"
                                + " last_at = ?, reason = 'next scan' WHERE id = ?",
                            end.seq(),
                            all.length,
                            hash,
                            chain,
                            rows.size(),
                            FRAMES * seconds,
                            FRAMES * seconds,
                            FRAMES * seconds - 1,
                            began,
                            began.plusSeconds(seconds),
                            take.value());
                });
        return new Parcel(shipment, take, waybill, file, hash);
    }

    /** Cuts a key frame of noise. */
    public String frame(Parcel parcel, Files files) throws Failure {
        byte[] noise = new byte[50];
        random.nextBytes(noise);
        String file = parcel.file().replaceFirst("^videos/", "frames/").replace(".mp4", "-1.jpg");
        files.keep(file, noise);
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT INTO key_frame (take_id, number, file, frame, at_ms, width,"
                                        + " height, sha256, pixels) VALUES (?,1,?,3,100,8,8,?,?)",
                                parcel.take().value(),
                                file,
                                Sha256.of(noise),
                                Sha256.of(noise)));
        return file;
    }

    public void hold(Parcel parcel, boolean on) throws Failure {
        index.hold(parcel.shipment(), on, "bench");
    }

    public RefundClaim claim(Parcel parcel) throws Failure {
        return claims.open(
                new NewClaim(
                        parcel.shipment(),
                        "拼多多",
                        "碎了",
                        new Fen(5990),
                        true,
                        LocalDate.ofInstant(clock.instant(), ZONE),
                        Optional.empty(),
                        Optional.of("小雨")));
    }

    /** Knows an order of the parcel, of this buyer and amount. */
    public void order(Parcel parcel, String number, String buyer, long fen) throws Failure {
        vault.database()
                .write(tx -> {
                    long id = tx.nextId();
                    tx.run(
                            "INSERT OR IGNORE INTO order_import (id, file, sha256, platform,"
                                    + " orders, at) VALUES (1, 'orders.csv', ?, '拼多多', 1, 1)",
                            Sha256.ZERO);
                    tx.run(
                            "INSERT INTO shop_order (id, platform, order_no, buyer, note, paid,"
                                    + " placed_at, import_id) VALUES (?,'拼多多',?,?,'轻放',?,?,1)",
                            id,
                            number,
                            buyer,
                            fen,
                            clock.instant());
                    return tx.run(
                            "INSERT INTO order_waybill (order_id, waybill) VALUES (?,?)",
                            id,
                            parcel.waybill());
                });
    }

    @Override
    public void close() {
        vault.close();
    }
}
