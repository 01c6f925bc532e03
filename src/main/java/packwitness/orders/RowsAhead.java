package packwitness.orders;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.jspecify.annotations.Nullable;

import packwitness.value.Threads;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The rows of a text file, decoded and split on a thread of their own a few batches ahead of who
 * looks at them: a shop's computer has a second core. For one thread.
 */
final class RowsAhead implements AutoCloseable {
    /** No row of an honest file comes near; a quote that is never closed runs into it. */
    private static final int LONGEST_ROW = 1 << 20;

    private static final int BATCHES = 4;

    /** Rows that travel together; the last batch carries what ended the reading. */
    private static final class Batch {
        private static final int ROWS = 64;
        private static final int LETTERS = 1 << 17;

        private final Cells[] rows = new Cells[ROWS];
        private int count;
        private int letters;
        private boolean last;
        private @Nullable Throwable trouble;

        Batch(Cells.Wanted wanted) {
            for (int i = 0; i < ROWS; i++) rows[i] = new Cells(wanted);
        }

        /** Returns whether it is on its way with what it has: rows of hostile files are long. */
        boolean full() {
            return count == ROWS || letters > LETTERS;
        }
    }

    private final BlockingQueue<Batch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Batch> full = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private Batch now;
    private int at;

    /** Begins to read; the reader is closed when the reading ends. */
    RowsAhead(Reader in, char separator) {
        Cells.Wanted wanted = new Cells.Wanted();
        now = new Batch(wanted);
        for (int i = 1; i < BATCHES; i++) empty.add(new Batch(wanted));
        thread = Thread.ofPlatform().name("rows").daemon().start(() -> produce(in, separator));
    }

    /** Returns the next row, which is valid until the next call; null behind the last. */
    @Nullable Cells next() throws IOException {
        while (at == now.count) {
            if (now.last) return end(now.trouble);
            try {
                now.count = now.letters = at = 0;
                empty.put(now);
                now = full.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
        return now.rows[at++];
    }

    private static @Nullable Cells end(@Nullable Throwable trouble) throws IOException {
        return switch (trouble) {
            case null -> null;
            case UncheckedIOException wrapped -> throw wrapped.getCause();
            // Memory that ran out is no fault of the row.
            case CsvParseException wrapped when wrapped.getCause() instanceof Error out ->
                    throw out;
            case IOException unreadable -> throw unreadable;
            case RuntimeException mistake -> throw mistake;
            case Error out -> throw out;
            default -> throw new IllegalStateException(trouble);
        };
    }

    private void produce(Reader in, char separator) {
        Filler filler = new Filler();
        try {
            filler.batch = empty.take();
            try (in;
                    CsvReader<Cells> rows =
                            CsvReader.builder()
                                    .fieldSeparator(separator)
                                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                    .allowUnclosedQuote(false)
                                    .maxBufferSize(LONGEST_ROW)
                                    .build(filler, in)) {
                for (var every = rows.iterator(); every.hasNext(); every.next()) {
                    if (!filler.batch.full()) continue;
                    full.put(filler.batch);
                    filler.batch = empty.take();
                }
            } catch (IOException | RuntimeException | Error e) {
                // Whatever it is, who waits for the rows must hear of it.
                filler.batch.trouble = e;
            }
            filler.batch.last = true;
            full.put(filler.batch);
        } catch (InterruptedException nobodyLooksAnyMore) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the reading, wherever it is. */
    @Override
    public void close() {
        thread.interrupt();
        Threads.join(thread);
    }

    /** Fills the next row's cells straight from the reader's buffer. */
    private static final class Filler extends AbstractBaseCsvCallbackHandler<Cells> {
        private Batch batch = new Batch(new Cells.Wanted());
        private Cells cells = batch.rows[0];

        @Override
        protected void handleBegin(long line) {
            cells = batch.rows[batch.count];
            cells.begin(line);
        }

        @Override
        protected void handleField(
                int column, char[] buffer, int offset, int length, boolean quoted) {
            if (!cells.wants(column)) return;
            cells.set(column, Bare.of(buffer, offset, length), false);
            batch.letters += length;
        }

        @Override
        protected Cells buildRecord() {
            batch.count++;
            return cells;
        }
    }
}
