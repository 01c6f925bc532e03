package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SetClock;
import packwitness.bench.SmallShop;
import packwitness.value.Failure;
import packwitness.value.Lang;
import packwitness.value.Sha256;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

class StampQueueTest {
    @TempDir Path folder;

    /** An authority that answers only when it is told to. */
    private static final class Shaky implements TimestampAuthority {
        private final TimestampAuthority behind;
        private boolean up;

        Shaky(TimestampAuthority behind) {
            this.behind = behind;
        }

        @Override
        public String name() {
            return "shaky";
        }

        @Override
        public AuthorityKind kind() {
            return behind.kind();
        }

        @Override
        public byte[] stamp(byte[] request) throws Failure {
            if (!up) throw new Failure(LedgerProblem.AUTHORITY_SILENT, name());
            return behind.stamp(request);
        }
    }

    @Test
    void threeDaysOffLineLoseNoStampAndDoubleNone() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.stamp();
            Shaky shaky = new Shaky(shop.authority);
            for (int day = 0; day < 3; day++) {
                shop.pack(1);
                shop.ledger.checkpoint();
                StampQueue queue = queue(shop, shaky);
                assertEquals(0, queue.stampPending());
                assertEquals(3 * (day + 1), queue.state().pendingRows());
                shop.clock.pass(Duration.ofDays(1));
            }
            // As after a crash: nothing but the database is left.
            StampQueue queue = queue(shop, shaky);
            assertEquals("ledger.AUTHORITY_SILENT", queue.state().lastTrouble().orElseThrow());
            assertTrue(queue.state().lag().compareTo(Duration.ofDays(3)) >= 0);
            shaky.up = true;
            assertEquals(1, queue.stampPending());
            assertEquals(0, queue.stampPending());
            assertEquals(0, queue(shop, shaky).stampPending());
            assertEquals(0, queue.state().pendingRows());
            assertTrue(queue.state().lastTrouble().isEmpty());
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.PASSED, report.outcome(), report.toMap(Lang.EN).toString());
            assertTrue(report.check("C7").details(Lang.EN).toString().contains("h later"));
        }
    }

    @Test
    void stampIsRenewedBeforeItsCertificateEnds() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.pack(1);
            shop.stamp();
            // The certificate of the test authority lasts ten years; a younger one takes over.
            shop.clock.pass(Duration.ofDays(10 * 365 - 90));
            assertEquals(0, shop.queue.stampPending());
            shop.clock.pass(Duration.ofDays(60));
            TestAuthority younger = TestAuthority.make(folder.resolve("younger"), shop.clock);
            assertEquals(1, queue(shop, younger).stampPending());
            assertEquals(0, queue(shop, younger).stampPending());
            Attested newest = Attested.around(shop.ledger, List.of(1L, 7L)).getLast();
            assertEquals(shop.clock.instant(), newest.at());
        }
    }

    @Test
    void nextAuthorityIsAskedWhenTheFirstIsSilent() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.ledger.checkpoint();
            StampQueue queue =
                    new StampQueue(
                            shop.vault.database(),
                            shop.ledger,
                            List.of(new Shaky(shop.authority), shop.authority),
                            shop.clock);
            assertEquals(1, queue.stampPending());
        }
    }

    @Test
    void bracketStandsOnTheStampBeforeAndTheStampAfter() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.stamp();
            Instant first = shop.clock.instant().minusSeconds(1);
            Entry row = shop.append(EntryKind.VIEW, Facts.of());
            assertTrue(shop.ledger.bracketOf(row.seq()).notAfter().isEmpty());
            shop.clock.pass(Duration.ofMinutes(10));
            shop.stamp();
            Bracket bracket = shop.ledger.bracketOf(row.seq());
            assertEquals(first, bracket.notBefore().orElseThrow());
            assertEquals(first.plusSeconds(601), bracket.notAfter().orElseThrow());
            assertEquals(AuthorityKind.TEST, bracket.notAfterBy().orElseThrow());
            assertTrue(shop.ledger.bracketOf(0).notBefore().isEmpty());
        }
    }

    @Test
    void everyBentAnswerIsRefused() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            shop.stamp();
            Stamp stamp = shop.vault.database().read(tx -> StampTable.newest(tx).orElseThrow());
            byte[] note = shop.ledger.newest().orElseThrow().note();
            TokenReader reader = new TokenReader(shop.trust);
            assertEquals(
                    AuthorityKind.COMMERCIAL,
                    reader.read(stamp.request(), stamp.response(), note).kind());
            Instant genTime = stamp.genTime();
            Random random = new Random(3161);
            for (int round = 0; round < 150; round++) {
                byte[] bent = stamp.response();
                bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
                Sha256 before = Sha256.of(stamp.response());
                try {
                    Token token = reader.read(stamp.request(), bent, note);
                    // Flipped beside what is signed: the STAMP row holds the hash of the answer.
                    assertEquals(genTime, token.genTime());
                    assertNotEquals(before, Sha256.of(bent));
                } catch (TokenReader.Refused expected) {
                    assertTrue(expected.word().startsWith("stamp."));
                }
            }
            assertThrows(
                    TokenReader.Refused.class,
                    () -> reader.read(stamp.request(), stamp.response(), new byte[] {1}));
        }
    }

    @Test
    void authorityOverHttpIsAskedAndItsSilenceIsAFailure() throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        try {
                            byte[] answer =
                                    shop.authority.stamp(exchange.getRequestBody().readAllBytes());
                            exchange.sendResponseHeaders(200, answer.length);
                            exchange.getResponseBody().write(answer);
                        } catch (Failure e) {
                            throw new IOException(e);
                        } finally {
                            exchange.close();
                        }
                    });
            server.start();
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            HttpAuthority http = new HttpAuthority("loopback", address, AuthorityKind.TEST);
            shop.ledger.checkpoint();
            StampQueue queue =
                    new StampQueue(shop.vault.database(), shop.ledger, List.of(http), shop.clock);
            assertEquals(1, queue.stampPending());
            server.stop(0);
            Failure silent = assertThrows(Failure.class, () -> http.stamp(new byte[] {1}));
            assertEquals(LedgerProblem.AUTHORITY_SILENT, silent.problem());
        }
    }

    @Test
    void opensslVerifiesTheTokenWithTheTimeItTells() throws Exception {
        Shell.need("openssl");
        try (SmallShop shop = SmallShop.open(folder)) {
            BagTest.story(shop);
            Bag bag = shop.bag(folder.resolve("bag"), shop.pack(1));
            Path at = bag.folder().resolve(BagNames.OTHERS);
            Path stamped;
            try (var list = Files.list(at)) {
                stamped = list.sorted().toList().getLast();
            }
            String time = Files.readString(stamped.resolve(BagNames.TIME)).strip();
            Shell.Said said =
                    Shell.run(
                            stamped,
                            "openssl",
                            "ts",
                            "-verify",
                            "-data",
                            "note",
                            "-in",
                            "note.tsr",
                            "-CAfile",
                            "tsa-chain.pem",
                            "-attime",
                            time);
            assertEquals(0, said.code(), said.text());
        }
    }

    @Test
    void testAuthorityIsTheSameAfterOpeningAgain() throws Exception {
        SetClock clock = SmallShop.morning();
        TestAuthority.make(folder, clock);
        byte[] root = Files.readAllBytes(folder.resolve("test-ca.pem"));
        TestAuthority again = TestAuthority.make(folder, clock);
        assertTrue(again.name().contains("TEST"));
        assertEquals(Sha256.of(root), Sha256.of(Files.readAllBytes(folder.resolve("test-ca.pem"))));
    }

    private static StampQueue queue(SmallShop shop, TimestampAuthority authority) throws Failure {
        Ledger fresh = Ledger.open(shop.vault.database(), shop.key, shop.clock);
        return new StampQueue(shop.vault.database(), fresh, List.of(authority), shop.clock);
    }
}
