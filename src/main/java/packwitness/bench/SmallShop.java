package packwitness.bench;

import packwitness.ledger.Bag;
import packwitness.ledger.BagRequest;
import packwitness.ledger.BagWriter;
import packwitness.ledger.Checkpoint;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.FileRole;
import packwitness.ledger.Ledger;
import packwitness.ledger.PayloadFile;
import packwitness.ledger.Report;
import packwitness.ledger.StampQueue;
import packwitness.ledger.TestAuthority;
import packwitness.ledger.TimestampAuthority;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A small shop whose vault, bags and paper are made by the same code as real ones, with noise for
 * pictures and an authority whose root the checker trusts; one thread.
 */
public final class SmallShop implements AutoCloseable {
    private static final char[] PASSPHRASE = "bench".toCharArray();
    private static final Instant BEGIN = Instant.parse("2026-11-20T01:00:00Z");
    static final int FRAMES = 30;

    public final Path root;
    public final SetClock clock;
    public final Vault vault;
    public final DeviceKey key;
    public final Ledger ledger;
    public final TestAuthority authority;
    public final StampQueue queue;
    public final TrustList trust;
    private final Random random = new Random(42);
    private int parcels;

    /** One parcel with one recording. */
    public record Parcel(ShipmentId shipment, TakeId take, String waybill, Path video) {}

    public SmallShop(Path root, Path authorityFolder, SetClock clock) throws Failure {
        this.root = root;
        this.clock = clock;
        this.vault = Vault.open(root, clock, 1);
        this.key = DeviceKey.openOrMake(root.resolve("keys/device.p12"), PASSPHRASE, clock);
        this.ledger = Ledger.open(vault.database(), key, clock);
        this.authority = TestAuthority.make(authorityFolder, clock);
        this.queue = new StampQueue(vault.database(), ledger, List.of(authority), clock);
        this.trust = trust(authorityFolder);
    }

    /** Opens an armed shop with vault and authority in this folder. */
    public static SmallShop open(Path folder) throws Failure {
        SmallShop shop = new SmallShop(folder.resolve("vault"), folder.resolve("tsa"), morning());
        shop.arm();
        return shop;
    }

    /** Returns a clock that stands at nine in the morning. */
    public static SetClock morning() {
        return new SetClock(BEGIN, ZoneOffset.UTC);
    }

    /** Returns the passphrase of its keys. */
    public static char[] passphrase() {
        return PASSPHRASE.clone();
    }

    static TrustList trust(Path authorityFolder) throws Failure {
        Path pem = authorityFolder.resolve("test-ca.pem");
        try {
            return TrustList.shipped().and(pem);
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, pem);
        }
    }

    public void arm() throws Failure {
        append(
                EntryKind.ARM,
                Facts.of()
                        .with("station", "1")
                        .with("camera", "demo:")
                        .with("mode", "1280x720@30")
                        .with("program", "bench")
                        .with("program_sha256", Sha256.ZERO)
                        .with("os", "any")
                        .with("disk_free", 1L << 40)
                        .with("ntp", "synchronized")
                        .with("clock_offset_ms", 0)
                        .with("zone", "Asia/Shanghai"));
    }

    public Entry append(EntryKind kind, Facts facts) throws Failure {
        return vault.database().write(tx -> ledger.append(tx, kind, facts));
    }

    /** Records a parcel of so many seconds, each a piece of the file. */
    public Parcel pack(int seconds) throws Failure {
        return pack(seconds, seconds, 600);
    }

    /**
     * Records a parcel.
     *
     * @param kept seconds that the file holds of those that passed
     * @param bytes noise a second
     */
    Parcel pack(int seconds, int kept, int bytes) throws Failure {
        String waybill = "SF10000" + ++parcels;
        long[] ids = vault.database().write(tx -> new long[] {tx.nextId(), tx.nextId()});
        return pack(new ShipmentId(ids[0]), new TakeId(ids[1]), waybill, 1, seconds, kept, bytes);
    }

    Parcel pack(
            ShipmentId shipment,
            TakeId take,
            String waybill,
            int number,
            int seconds,
            int kept,
            int bytes)
            throws Failure {
        String file = "videos/2026/11/20/take-" + take + ".mp4";
        Instant began = clock.instant();
        append(EntryKind.START, start(shipment, take, waybill, number, file));
        List<Facts> rows = new ArrayList<>();
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        byte[] link = new byte[32];
        for (int i = 0; i < seconds; i++) {
            clock.pass(Duration.ofSeconds(1));
            if (i >= kept) continue;
            byte[] piece = piece(i, bytes);
            link = link(link, film.size(), piece);
            rows.add(segment(take, i, film.size(), piece, link));
            film.writeBytes(piece);
        }
        byte[] all = film.toByteArray();
        vault.files().keep(file, all);
        Facts stop =
                Facts.of()
                        .take(take)
                        .with("file", file)
                        .with("bytes", all.length)
                        .with("sha256", Sha256.of(all))
                        .with("chain", Sha256.ofBytes(link))
                        .with("segments", rows.size())
                        .with("received", FRAMES * kept)
                        .with("dropped", 0)
                        .with("recorded", FRAMES * kept)
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

    private byte[] piece(int i, int bytes) {
        byte[] noise = new byte[bytes / 2 + random.nextInt(bytes / 2 + 1)];
        random.nextBytes(noise);
        byte[] second = TinyFilm.second(FRAMES, noise);
        if (i > 0) return second;
        byte[] head = TinyFilm.head();
        byte[] both = Arrays.copyOf(head, head.length + second.length);
        System.arraycopy(second, 0, both, head.length, second.length);
        return both;
    }

    public static Facts start(
            ShipmentId shipment, TakeId take, String waybill, int number, String file) {
        return Facts.of()
                .shipment(shipment)
                .take(take)
                .secret("waybill", waybill)
                .secret("operator", "小王")
                .with("station", "1")
                .with("number", number)
                .with("camera", "demo:")
                .with("file", file);
    }

    static byte[] link(byte[] before, long offset, byte[] piece) {
        MessageDigest digest = Sha256.digest();
        digest.update(before);
        digest.update(ByteBuffer.allocate(16).putLong(offset).putLong(piece.length).array());
        digest.update(Sha256.of(piece).bytes());
        return digest.digest();
    }

    static Facts segment(TakeId take, int i, long offset, byte[] piece, byte[] link) {
        return Facts.of()
                .take(take)
                .with("segment", i)
                .with("offset", offset)
                .with("length", piece.length)
                .with("sha256", Sha256.of(piece))
                .with("link", Sha256.ofBytes(link))
                .with("frames", FRAMES);
    }

    /** Takes in a picture of the buyer and returns its file. */
    public Path receive(Parcel parcel, ClaimId claim) throws Failure {
        byte[] picture = new byte[700];
        random.nextBytes(picture);
        String file = "claims/" + claim + "/1.jpg";
        vault.files().keep(file, picture);
        append(
                EntryKind.CLAIM,
                Facts.of()
                        .shipment(parcel.shipment())
                        .claim(claim)
                        .with("step", "open")
                        .with("filed_on", "2026-11-25")
                        .secret("buyer", "李女士"));
        append(
                EntryKind.PICTURE,
                Facts.of()
                        .shipment(parcel.shipment())
                        .claim(claim)
                        .with("file", file)
                        .with("bytes", picture.length)
                        .with("sha256", Sha256.of(picture)));
        return root.resolve(file);
    }

    /** Signs a checkpoint and has it stamped. */
    public Checkpoint stamp() throws Failure {
        return stamp(authority);
    }

    Checkpoint stamp(TimestampAuthority by) throws Failure {
        Checkpoint checkpoint = ledger.checkpoint();
        new StampQueue(vault.database(), ledger, List.of(by), clock).stampPending();
        clock.pass(Duration.ofSeconds(1));
        return checkpoint;
    }

    /** Writes a bag of these parcels. */
    public Bag bag(Path target, Parcel... of) throws Failure {
        return bag(target, List.of(), of);
    }

    public Bag bag(Path target, List<PayloadFile> more, Parcel... of) throws Failure {
        List<PayloadFile> files = new ArrayList<>(more);
        for (Parcel parcel : of)
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
                        Arrays.stream(of).map(Parcel::shipment).toList(),
                        List.of(),
                        "bench",
                        clock.instant()));
    }

    /** Does what only the owner of the machine can do: writes past the triggers. */
    public void tamper(Tampering work) throws Failure {
        vault.database()
                .write(tx -> {
                    for (String trigger :
                            List.of("ledger_row_follows", "ledger_row_stays", "ledger_row_remains"))
                        tx.run("DROP TRIGGER IF EXISTS " + trigger);
                    work.run(tx);
                    return true;
                });
    }

    /** What is done past the triggers. */
    public interface Tampering {
        void run(Transaction tx) throws SQLException, Failure;
    }

    public Report verify(Path... paths) {
        return new Verifier(trust, (pdf, bags) -> List.of()).verify(List.of(paths));
    }

    @Override
    public void close() {
        vault.close();
    }
}
