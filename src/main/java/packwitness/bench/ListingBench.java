package packwitness.bench;

import packwitness.inspect.compare.SyntheticPairs;
import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.inspect.listing.Candidate;
import packwitness.inspect.listing.ListingIndex;
import packwitness.storage.Database;
import packwitness.value.Failure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

/**
 * Fills the index of listing pictures with drawn ones ({@code --pictures N}, 10,000 if not said)
 * and asks it with copies that went through phones and messengers, harmless and painted on.
 */
final class ListingBench implements Bench {
    private static final int SCENES = 12;
    private static final int MOST_CANDIDATES = 8;
    private static final long MOST_MILLIS = 1000;

    @Override
    public boolean run(BenchRun run) throws Failure {
        long pictures = run.number("pictures", 10_000);
        Path folder = folder();
        SyntheticPairs maker = new SyntheticPairs(run.number("seed", 60));
        try (Database database = Database.open(folder.resolve("index.db"), run.clock(), 1)) {
            ListingIndex index = new ListingIndex(database);
            long start = System.nanoTime();
            for (int n = 0; n < SCENES; n++) index.add(maker.scene(n), "scene-" + n);
            SplittableRandom random = new SplittableRandom(9);
            for (long n = SCENES; n < pictures; n++) index.add(drawing(random), "drawing-" + n);
            long filled = (System.nanoTime() - start) / 1_000_000;
            return ask(run, maker, index, filled);
        } finally {
            remove(folder);
        }
    }

    private static boolean ask(BenchRun run, SyntheticPairs maker, ListingIndex index, long filled)
            throws Failure {
        List<Long> millis = new ArrayList<>();
        int asked = 0;
        int first = 0;
        int among = 0;
        long loading = 0;
        for (int n = 0; n < SCENES; n++)
            for (Kind kind : List.of(Kind.HARMLESS, Kind.CRACK, Kind.STAIN, Kind.PATCH)) {
                byte[] theirs = maker.drawn(n, kind).theirs();
                long before = System.nanoTime();
                List<Candidate> found = index.nearest(theirs, MOST_CANDIDATES);
                long took = (System.nanoTime() - before) / 1_000_000;
                // The first question loads the prints.
                if (asked++ == 0) loading = took;
                else millis.add(took);
                String place = "scene-" + n;
                if (!found.isEmpty() && found.getFirst().place().equals(place)) first++;
                if (found.stream().anyMatch(one -> one.place().equals(place))) among++;
            }
        Collections.sort(millis);
        long worst = millis.getLast();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pictures", index.size());
        figures.put("filled_ms_each", Math.round(filled * 10.0 / index.size()) / 10.0);
        figures.put("asked", asked);
        figures.put("found_first", first);
        figures.put("found_among_" + MOST_CANDIDATES, among);
        figures.put("first_question_ms", loading);
        figures.put("median_ms", millis.get(millis.size() / 2));
        figures.put("worst_ms", worst);
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("worst_ms", "< " + MOST_MILLIS);
        goals.put("found_among_" + MOST_CANDIDATES, asked);
        return run.verdict(worst < MOST_MILLIS && among == asked, figures, goals);
    }

    private static byte[] drawing(SplittableRandom random) {
        BufferedImage picture = new BufferedImage(480, 360, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(random.nextInt(1 << 24)));
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(1 << 24)));
            int x = random.nextInt(picture.getWidth());
            int y = random.nextInt(picture.getHeight());
            int width = 6 + random.nextInt(80);
            int height = 6 + random.nextInt(80);
            switch (random.nextInt(3)) {
                case 0 -> pen.fillRect(x, y, width, height);
                case 1 -> pen.fillOval(x, y, width, height);
                default -> pen.drawString("No. " + random.nextInt(100_000), x, y);
            }
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "bmp", out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private static Path folder() throws Failure {
        try {
            return Files.createTempDirectory("packwitness-bench");
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
            Files.delete(folder);
        } catch (IOException e) {
            System.getLogger("packwitness.bench")
                    .log(System.Logger.Level.WARNING, "a folder is left", e);
        }
    }
}
