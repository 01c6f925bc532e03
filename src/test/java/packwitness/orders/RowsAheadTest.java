package packwitness.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.concurrent.atomic.AtomicLong;

/** What a second thread can do wrong: keep one waiting, or run too far ahead. */
@Timeout(60)
class RowsAheadTest {
    /** Gives so many rows of so many letters and counts what was taken of them. */
    private static final class LongRows extends Reader {
        private final AtomicLong read = new AtomicLong();
        private final long all;
        private final int letters;

        LongRows(int rows, int letters) {
            this.letters = letters;
            this.all = (long) rows * (letters + 1);
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            long at = read.get();
            int some = (int) Math.min(length, all - at);
            if (some <= 0) return -1;
            for (int i = 0; i < some; i++)
                buffer[offset + i] = (at + i) % (letters + 1) == letters ? '\n' : 'x';
            read.addAndGet(some);
            return some;
        }

        @Override
        public void close() {}
    }

    private static Reader breaking(Throwable how) {
        return new Reader() {
            private int reads;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                if (reads++ == 0) {
                    "a,b\n1,2\n".getChars(0, 8, buffer, offset);
                    return 8;
                }
                if (how instanceof Error error) throw error;
                throw (IOException) how;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void rowsComeInOrderAndEnd() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) text.append(i).append(",x\n");
        try (RowsAhead rows = new RowsAhead(new StringReader(text.toString()), ',')) {
            for (int i = 0; i < 1000; i++) {
                Cells row = rows.next();
                assertNotNull(row);
                assertEquals(Integer.toString(i), row.text(0));
                assertEquals(i + 1, row.row());
            }
            assertNull(rows.next());
            assertNull(rows.next());
        }
    }

    @Test
    void whoWaitsForRowsHearsOfWhateverEndedTheReading() {
        for (Throwable how :
                new Throwable[] {new IOException("gone"), new StackOverflowError("deep")}) {
            try (RowsAhead rows = new RowsAhead(breaking(how), ',')) {
                Throwable heard =
                        assertThrows(
                                Throwable.class,
                                () -> {
                                    while (rows.next() != null) Thread.onSpinWait();
                                });
                assertEquals(how.getClass(), heard.getClass());
            }
        }
    }

    @Test
    void longRowsAreNotReadFarAhead() throws Exception {
        int letters = 100_000;
        LongRows all = new LongRows(200, letters);
        try (RowsAhead rows = new RowsAhead(all, ',')) {
            for (int i = 1; i <= 200; i++) {
                Cells row = rows.next();
                assertNotNull(row);
                assertEquals(letters, row.text(0).length());
                long ahead = all.read.get() - (long) i * letters;
                assertTrue(ahead < 2_000_000, ahead + " letters ahead at row " + i);
            }
        }
    }

    @Test
    void whoLooksNoMoreLeavesNoThreadBehind() throws Exception {
        try (RowsAhead rows = new RowsAhead(new LongRows(100_000, 1000), ',')) {
            assertNotNull(rows.next());
        }
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("rows")));
    }
}
