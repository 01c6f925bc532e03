package packwitness.platform;

import packwitness.value.Failure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes what one channel takes in: pictures with captions and a statement, within its limits.
 *
 * @param pictures the picture files, in order
 * @param statement the file with the text; nothing where the channel takes none
 * @param text what stands in it
 * @param document the paper as a PDF; nothing where the channel takes none
 * @param shown how many of the pictures handed in are shown
 * @param leftOut how many found no place
 */
public record ImagePack(
        List<Path> pictures,
        Optional<Path> statement,
        Optional<Path> document,
        String text,
        int shown,
        int leftOut) {
    public ImagePack {
        pictures = List.copyOf(pictures);
    }

    /**
     * Writes {@code p01.jpg}, {@code p02.jpg} … and {@code text.txt} into the folder.
     *
     * @param pictures the most telling first
     */
    public static ImagePack write(
            PlatformRule rule,
            List<Captioned> pictures,
            List<Statement.Sentence> sentences,
            Path folder)
            throws Failure {
        if (rule.images().most() == 0 && rule.text().most() == 0)
            throw new Failure(PlatformProblem.TAKES_NOTHING, rule.id());
        List<List<Captioned>> sheets = sheets(pictures, rule.images().most());
        String text = Statement.within(rule.text(), sentences);
        int characters = text.codePointCount(0, text.length());
        if (characters < rule.text().least())
            throw new Failure(
                    PlatformProblem.TEXT_TOO_SHORT, rule.id(), rule.text().least(), characters);
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            String ending = rule.images().formats().getFirst().name().toLowerCase(Locale.ROOT);
            for (List<Captioned> sheet : sheets) {
                Path file = folder.resolve("p%02d.%s".formatted(written.size() + 1, ending));
                BufferedImage drawn = Collage.of(sheet);
                Files.write(file, PictureFit.fit(drawn, rule.images()));
                written.add(file);
            }
            Optional<Path> statement =
                    text.isEmpty() ? Optional.empty() : Optional.of(folder.resolve("text.txt"));
            if (statement.isPresent())
                Files.writeString(statement.get(), text, StandardCharsets.UTF_8);
            int shown = sheets.stream().mapToInt(List::size).sum();
            return new ImagePack(
                    written, statement, Optional.empty(), text, shown, pictures.size() - shown);
        } catch (IOException e) {
            throw new Failure(PlatformProblem.NOT_WRITABLE, e, folder);
        }
    }

    /** Returns the pack with its paper. */
    public ImagePack with(Path paper) {
        return new ImagePack(pictures, statement, Optional.of(paper), text, shown, leftOut);
    }

    /** Returns everything that was written. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>(pictures);
        statement.ifPresent(files::add);
        document.ifPresent(files::add);
        return files;
    }

    /** One picture a file as long as there are files enough; then up to four share one. */
    static List<List<Captioned>> sheets(List<Captioned> pictures, int most) {
        List<List<Captioned>> sheets = new ArrayList<>();
        int room = Math.min(pictures.size(), most * Collage.MOST);
        int files = Math.min(most, room);
        int next = 0;
        for (int file = 0; file < files; file++) {
            int share = (room - next + files - file - 1) / (files - file);
            sheets.add(pictures.subList(next, next + share));
            next += share;
        }
        return sheets;
    }
}
