package packwitness.ledger;

import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.Failure;
import packwitness.value.Once;
import packwitness.value.Sha256;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Has checkpoints stamped by the first authority that answers. What waits is simply every row that
 * no stamp covers, so nothing is lost in a crash and nothing is stamped twice. Safe for any thread
 * and for several programs on one vault.
 */
public final class StampQueue {
    static final Duration RENEWAL = Duration.ofDays(60);
    private static final int NONCE_BITS = 64;

    private final Database database;
    private final Ledger ledger;
    private final List<TimestampAuthority> authorities;
    private final Clock clock;
    private final Once<TokenReader> reader = new Once<>(() -> new TokenReader(TrustList.shipped()));
    private final SecureRandom random = new SecureRandom();

    /**
     * @param authorities asked in this order until one answers
     */
    public StampQueue(
            Database database, Ledger ledger, List<TimestampAuthority> authorities, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.authorities = List.copyOf(authorities);
        this.clock = clock;
    }

    /**
     * Stamps the newest checkpoint if it is not stamped yet; it covers all before it. Where nothing
     * is new but a certificate of the newest stamp ends within {@link #RENEWAL}, the ledger with
     * that stamp in it is stamped once more.
     *
     * @return number of stamps that came back; 0 when nothing waits or no authority answers
     */
    public int stampPending() throws Failure {
        Optional<Checkpoint> newest = ledger.newest();
        if (newest.isPresent() && isStamped(newest.get()) && endsSoon(newest.get()))
            newest = Optional.of(ledger.checkpointAnew());
        if (newest.isEmpty() || isStamped(newest.get())) return 0;
        for (TimestampAuthority authority : authorities) {
            try {
                return stamp(newest.get(), authority);
            } catch (Failure e) {
                if (!(e.problem() instanceof LedgerProblem)) throw e;
                String problem = e.problem().key();
                System.getLogger("packwitness.ledger")
                        .log(System.Logger.Level.INFO, "no stamp: " + problem);
                database.write(tx -> {
                    StampTable.trouble(tx, authority.name(), problem);
                    return true;
                });
            }
        }
        return 0;
    }

    /** Returns what waits, since when, and what the authorities said last. */
    public StampState state() throws Failure {
        return database.read(tx -> {
            Optional<Stamp> newest = StampTable.newest(tx);
            long covered = newest.map(Stamp::size).orElse(0L);
            // STAMP rows themselves wait for nobody: the next checkpoint will cover them.
            long pending = count(tx, covered);
            Optional<Instant> oldest =
                    tx.first(
                            "SELECT at FROM ledger_row WHERE seq >= ? AND kind <> 'STAMP' ORDER BY"
                                    + " seq LIMIT 1",
                            row -> row.instant("at"),
                            covered);
            Duration lag =
                    oldest.map(since -> Duration.between(since, clock.instant()))
                            .filter(Duration::isPositive)
                            .orElse(Duration.ZERO);
            return new StampState(
                    pending, lag, newest.map(Stamp::genTime), StampTable.lastTrouble(tx));
        });
    }

    private static long count(Transaction tx, long covered) throws SQLException {
        return tx.first(
                        "SELECT count(*) AS n FROM ledger_row WHERE seq >= ? AND kind <> 'STAMP'",
                        row -> row.number("n"),
                        covered)
                .orElse(0L);
    }

    /**
     * A stamp is worth what its certificates are worth, so it is covered by a younger one before
     * they end (RFC 3161, section 4). Not more than once a day: an authority may go on using a
     * certificate to its last day.
     */
    private boolean endsSoon(Checkpoint checkpoint) throws Failure {
        Optional<Stamp> stamp =
                database.read(tx -> StampTable.ofSize(tx, checkpoint.size()).stream().findFirst());
        if (stamp.isEmpty()
                || stamp.get().genTime().isAfter(clock.instant().minus(Duration.ofDays(1))))
            return false;
        try {
            Instant ends =
                    reader.get()
                            .read(stamp.get().request(), stamp.get().response(), checkpoint.note())
                            .ends();
            return ends.isBefore(clock.instant().plus(RENEWAL));
        } catch (TokenReader.Refused damaged) {
            // The verifier names the damage; a new stamp can only help.
            return true;
        }
    }

    private boolean isStamped(Checkpoint checkpoint) throws Failure {
        return database.read(tx -> StampTable.has(tx, checkpoint.size()));
    }

    private int stamp(Checkpoint checkpoint, TimestampAuthority authority) throws Failure {
        byte[] request = request(checkpoint);
        byte[] response = authority.stamp(request);
        Token token = read(authority, request, response, checkpoint);
        return database.write(tx -> {
            // Another program may have been faster; one stamp of a checkpoint is enough.
            if (StampTable.has(tx, checkpoint.size())) return 0;
            Entry row =
                    ledger.append(
                            tx,
                            EntryKind.STAMP,
                            facts(checkpoint, authority, token)
                                    .with("request", Sha256.of(request))
                                    .with("response", Sha256.of(response)));
            StampTable.insert(
                    tx,
                    new Stamp(
                            checkpoint.size(),
                            authority.name(),
                            authority.kind(),
                            request,
                            response,
                            token.genTime(),
                            row.seq()));
            StampTable.noTrouble(tx);
            return 1;
        });
    }

    private byte[] request(Checkpoint checkpoint) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            return generator
                    .generate(
                            TSPAlgorithms.SHA256,
                            Sha256.of(checkpoint.note()).bytes(),
                            new BigInteger(NONCE_BITS, random))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Token read(
            TimestampAuthority authority, byte[] request, byte[] response, Checkpoint checkpoint)
            throws Failure {
        try {
            return reader.get().read(request, response, checkpoint.note());
        } catch (TokenReader.Refused e) {
            throw new Failure(LedgerProblem.STAMP_WRONG, e, authority.name(), e.word());
        }
    }

    private static Facts facts(Checkpoint checkpoint, TimestampAuthority authority, Token token) {
        return Facts.of()
                .with("authority", authority.name())
                .with("authority_kind", authority.kind())
                .with("size", checkpoint.size())
                .with("note", Sha256.of(checkpoint.note()))
                .with("gen_time", token.genTime())
                .with("serial", token.serial())
                .with("token", token.token());
    }
}
