package packwitness.inspect.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.inspect.compare.SyntheticPairs;
import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.storage.Database;
import packwitness.value.Sha256;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class ListingIndexTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void paintedAndCroppedCopyFindsItsPictureFirstAlsoAfterReopening() throws Exception {
        SyntheticPairs maker = new SyntheticPairs(31);
        Path file = folder.resolve("shop.db");
        try (Database database = Database.open(file, CLOCK, 1)) {
            ListingIndex index = new ListingIndex(database);
            assertEquals(0, index.size());
            for (int n = 0; n < 6; n++) assertTrue(index.add(maker.scene(n), "listing/" + n));
            assertTrue(index.add(maker.scene(2), "again"));
            assertFalse(index.add(new byte[] {1, 2, 3}, "no picture"));
            assertEquals(6, index.size());
        }
        try (Database database = Database.open(file, CLOCK, 1)) {
            ListingIndex index = new ListingIndex(database);
            for (int n : List.of(1, 4)) {
                SyntheticPairs.Pair pair = maker.drawn(n, Kind.STAIN);
                Candidate first = index.nearest(pair.theirs(), 3).getFirst();
                assertEquals("listing/" + n, first.place());
                assertEquals(Sha256.of(pair.ours()), first.sha256());
                assertTrue(index.has(first.sha256()));
                assertTrue(first.points() >= 5, first.toString());
            }
            assertTrue(index.nearest(new byte[] {1}, 3).isEmpty());
        }
    }
}
