package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Sha256;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

class PieceRowTest {
    private static final Sha256 PREV = Sha256.of(new byte[] {7});

    @Test
    void usualRowOfAPieceIsReadAsTheLongWayReadsIt() {
        for (boolean withParcel : new boolean[] {false, true}) {
            byte[] body = body(withParcel);
            sameAsTheLongWay(body, PieceRow.read(body).orElseThrow());
        }
    }

    @Test
    void whatIsReadTheShortWayIsAlwaysARow() {
        Random random = new Random(11);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bent = body(round % 2 == 0);
            int at = random.nextInt(bent.length);
            switch (random.nextInt(4)) {
                case 0 -> bent[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bent = Arrays.copyOf(bent, at);
                case 2 -> bent[at] = (byte) ('0' + random.nextInt(10));
                default -> bent = Arrays.copyOf(bent, bent.length + 1 + random.nextInt(3));
            }
            Optional<PieceRow> piece = PieceRow.read(bent);
            if (piece.isPresent()) {
                read++;
                sameAsTheLongWay(bent, piece.get());
            }
        }
        assertTrue(read > 500, "the mutations leave some rows readable: " + read);
    }

    @Test
    void unusualRowsAreLeftToTheLongWay() {
        String usual = new String(body(true), java.nio.charset.StandardCharsets.UTF_8);
        for (String other :
                new String[] {
                    usual.replace("at 5", "at -5"),
                    usual.replace("frames 30", "frames 030"),
                    usual.replace("frames 30", "frames 9999999999999999999"),
                    usual.replace("frames 30\n", ""),
                    usual.replace("SEGMENT", "STOP"),
                    usual + "view LABEL\n",
                    usual.substring(0, usual.length() - 1)
                }) assertTrue(PieceRow.read(RowText.utf8(other)).isEmpty(), other);
    }

    private static void sameAsTheLongWay(byte[] body, PieceRow piece) {
        Entry row = RowText.read(body).orElseThrow();
        assertEquals(EntryKind.SEGMENT, row.kind());
        assertEquals(row.seq(), piece.seq());
        assertEquals(row.at().toEpochMilli(), piece.at());
        assertArrayEquals(row.prev().bytes(), piece.prev());
        assertEquals(row.facts().get("take"), piece.take());
        assertEquals(LedgerTable.id(row, "take"), Optional.of(piece.takeId()));
        assertEquals(LedgerTable.id(row, "shipment"), piece.shipment());
        Take slow = new Take("1");
        slow.see(row);
        Take.Piece expected = slow.pieces.getFirst();
        Take.Piece real = piece.piece();
        assertArrayEquals(expected.sha256(), real.sha256());
        assertArrayEquals(expected.link(), real.link());
        assertEquals(expected.number(), real.number());
        assertEquals(expected.offset(), real.offset());
        assertEquals(expected.length(), real.length());
        assertEquals(expected.frames(), real.frames());
    }

    private static byte[] body(boolean withParcel) {
        Map<String, String> facts =
                new TreeMap<>(
                        Map.of(
                                "take", "77",
                                "segment", "3",
                                "offset", "1048576",
                                "length", "524288",
                                "sha256", Sha256.of(new byte[] {1}).hex(),
                                "link", Sha256.of(new byte[] {2}).hex(),
                                "frames", "30"));
        if (withParcel) facts.put("shipment", "12");
        return RowText.write(PREV, 12, 5, "SEGMENT", new TreeMap<>(facts));
    }
}
