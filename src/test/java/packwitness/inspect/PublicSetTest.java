package packwitness.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The goals on the third-party pictures, where they are present. */
class PublicSetTest {
    /**
     * Where our codes differ from those of c2pa-rs in the table, with the reason.
     *
     * <p>The table was made without the list of key purposes of C2PA, so c2pa-rs refused
     * certificates for claim signing and document signing; given that list it agrees with us on
     * both files. For claims of version 1 it takes a time-stamp of any authority as trusted; we
     * want the authority on the list before a stamp carries a certificate past its end.
     */
    private static final Map<String, String> REASONS =
            Map.of(
                    "ai-ChatGPT_Image_May_30_2026_10_31_08_AM.png", "key purposes",
                    "ai-samsung_black_1.png", "key purposes",
                    "ai-firefly-1.png", "stamp of an unlisted authority",
                    "c2pars-ocsp.jpg", "stamp of an unlisted authority",
                    "c2pars-legacy.mp4", "stamp of an unlisted authority");

    @Test
    void publicSetMeetsTheGoals() throws IOException {
        Optional<Path> folder = PublicSet.folder();
        if (folder.isEmpty()) System.out.println("skipped: no ../shared/testdata/images here");
        Assumptions.assumeTrue(folder.isPresent(), "no third-party pictures here");
        List<PublicSet.Row> rows = PublicSet.score(folder.orElseThrow(), System.out);
        assertEquals(55, rows.size());
        assertTrue(rows.stream().filter(PublicSet.Row::findingRight).count() >= 53);
        for (PublicSet.Row row : rows) {
            String file = row.at("file");
            assertTrue(row.presenceRight(), file);
            assertTrue(row.labelRight(), file);
            if (row.broken()) assertFalse(row.found().c2pa().intact(), file);
            if (!row.verdictRight()) assertTrue(REASONS.containsKey(file), file);
            if (!row.at("width").isEmpty())
                assertEquals(Integer.parseInt(row.at("width")), row.found().width(), file);
        }
        Map<String, String> camera = new TreeMap<>();
        for (PublicSet.Row row : rows)
            if (!row.at("camera_model").equals(row.found().camera().model()))
                camera.put(row.at("file"), row.found().camera().model());
        assertEquals(Map.of(), camera);
    }
}
