package packwitness.ledger;

import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A small shop with a vault, a key, a clock and an authority, for tests. */
final class Shop implements AutoCloseable {
    static final char[] PASSPHRASE = "geheim".toCharArray();

    final Path root;
    final TestClock clock;
    final Vault vault;
    final DeviceKey key;
    final Ledger ledger;
    final TestAuthority authority;
    final StampQueue queue;
    final TrustList trust;
    private final Random random = new Random(42);
    private int parcels;

    /** One recorded parcel. */
    record Parcel(ShipmentId shipment, TakeId take, String waybill, Path video) {}

    Shop(Path root, Path authorityFolder, TestClock clock) throws Failure, IOException {
        this.root = root;
        this.clock = clock;
        this.vault = Vault.open(root, clock, 1);
        this.key = DeviceKey.openOrMake(root.resolve("keys/device.p12"), PASSPHRASE, clock);
        this.ledger = Ledger.open(vault.database(), key, clock);
        this.authority = TestAuthority.make(authorityFolder, clock);
        this.queue = new StampQueue(vault.database(), ledger, List.of(authority), clock);
        this.trust = TrustList.shipped().and(authorityFolder.resolve("test-ca.pem"));
    }

    static Shop open(Path folder) throws Failure, IOException {
        Shop shop = new Shop(folder.resolve("vault"), folder.resolve("tsa"), new TestClock());
        shop.arm();
        return shop;
    }

    void arm() throws Failure {
        append(
                EntryKind.ARM,
                Facts.of()
                        .with("station", "1")
                        .with("camera", "demo:")
                        .with("mode", "1280x720@30")
                        .with("program", "0.1.0")
                        .with("program_sha256", Sha256.ZERO)
                        .with("os", "Linux")
                        .with("zone", "Asia/Shanghai")
                        .with("disk_free", 1L << 40)
                        .with("ntp", "synchronized")
                        .with("clock_offset_ms", 0));
    }

    Entry append(EntryKind kind, Facts facts) throws Failure {
        return vault.database().write(tx -> ledger.append(tx, kind, facts));
    }

    /** Records a parcel of so many seconds with one piece each, in a file of random bytes. */
    Parcel pack(int seconds) throws Failure, IOException {
        return pack(seconds, seconds);
    }

    /** Records a parcel, of which the file holds fewer seconds than passed. */
    Parcel pack(int seconds, int kept) throws Failure, IOException {
        int number = ++parcels;
        String waybill = "SF10000" + number;
        long[] ids = vault.database().write(tx -> new long[] {tx.nextId(), tx.nextId()});
        ShipmentId shipment = new ShipmentId(ids[0]);
        TakeId take = new TakeId(ids[1]);
        // Never named by the waybill: the path stands in the rows.
        String file = "videos/2026/11/20/take-" + take + ".mp4";
        Instant began = clock.instant();
        append(EntryKind.START, start(shipment, take, waybill, file));
        List<Facts> rows = new ArrayList<>();
        List<byte[]> pieces = new ArrayList<>();
        Sha256 link = Sha256.ZERO;
        long offset = 0;
        for (int i = 0; i < seconds; i++) {
            clock.pass(Duration.ofSeconds(1));
            if (i >= kept) continue;
            byte[] noise = new byte[500 + random.nextInt(500)];
            random.nextBytes(noise);
            byte[] second = packwitness.bench.TinyFilm.second(30, noise);
            byte[] bytes =
                    i == 0 ? join(List.of(packwitness.bench.TinyFilm.head(), second)) : second;
            pieces.add(bytes);
            link = SegmentLinks.next(link, offset, bytes.length, Sha256.of(bytes));
            rows.add(segment(take, i, offset, bytes, link));
            offset += bytes.length;
        }
        byte[] all = join(pieces);
        vault.files().keep(file, all);
        Facts stop =
                Facts.of()
                        .take(take)
                        .with("file", file)
                        .with("bytes", all.length)
                        .with("sha256", Sha256.of(all))
                        .with("chain", link)
                        .with("segments", pieces.size())
                        .with("received", 30 * kept)
                        .with("dropped", 0)
                        .with("recorded", 30 * kept)
                        .with("preroll", 0)
                        .with("first_at", began)
                        .with("last_at", began.plusSeconds(kept))
                        .with("gaps", 0)
                        .with("reason", "next scan");
        vault.database()
                .write(tx -> {
                    for (Facts row : rows) ledger.append(tx, EntryKind.SEGMENT, row);
                    return ledger.append(tx, EntryKind.STOP, stop);
                });
        return new Parcel(shipment, take, waybill, root.resolve(file));
    }

    static Facts start(ShipmentId shipment, TakeId take, String waybill, String file) {
        return Facts.of()
                .shipment(shipment)
                .take(take)
                .secret("waybill", waybill)
                .secret("operator", "小王")
                .with("station", "1")
                .with("camera", "demo:")
                .with("file", file);
    }

    private static Facts segment(TakeId take, int i, long offset, byte[] bytes, Sha256 link) {
        return Facts.of()
                .take(take)
                .with("segment", i)
                .with("offset", offset)
                .with("length", bytes.length)
                .with("sha256", Sha256.of(bytes))
                .with("link", link)
                .with("frames", 30);
    }

    /** Signs a checkpoint and has it stamped. */
    Checkpoint stamp() throws Failure {
        Checkpoint checkpoint = ledger.checkpoint();
        queue.stampPending();
        clock.pass(Duration.ofSeconds(1));
        return checkpoint;
    }

    Bag bag(Path target, Parcel... parcels) throws Failure {
        List<PayloadFile> files = new ArrayList<>();
        for (Parcel parcel : parcels)
            files.add(
                    new PayloadFile(
                            parcel.video(),
                            "视频 原件/" + parcel.video().getFileName(),
                            FileRole.ORIGINAL));
        return BagWriter.write(
                new BagRequest(
                        ledger,
                        target,
                        files,
                        Arrays.stream(parcels).map(Parcel::shipment).toList(),
                        List.of(),
                        "case 1",
                        clock.instant()));
    }

    Report verify(Path... paths) {
        return new Verifier(trust, (pdf, bags) -> List.of()).verify(List.of(paths));
    }

    /** What only the owner of the machine can do: write past the triggers. */
    void tamper(Tampering work) throws Failure {
        vault.database()
                .write(tx -> {
                    for (String trigger :
                            List.of("ledger_row_follows", "ledger_row_stays", "ledger_row_remains"))
                        tx.run("DROP TRIGGER IF EXISTS " + trigger);
                    work.run(tx);
                    return true;
                });
    }

    interface Tampering {
        void run(Transaction tx) throws SQLException, Failure;
    }

    private static byte[] join(List<byte[]> pieces) {
        var all = new java.io.ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    static List<Path> filesUnder(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override
    public void close() {
        vault.close();
    }
}
