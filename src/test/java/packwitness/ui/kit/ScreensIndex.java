package packwitness.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page over all pictures of screens: each as it is, and in grey. */
public final class ScreensIndex {
    private ScreensIndex() {}

    /** Writes index.html beside the pictures of this folder. */
    public static Path write(Path folder) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".png"))
                            .sorted()
                            .toList();
        }
        String figures =
                names.stream()
                        .map(name ->
                                """
                                <figure><a href="%1$s"><img src="%1$s" loading="lazy" alt="%1$s"></a>
                                <img class="grey" src="%1$s" loading="lazy" alt="">
                                <figcaption>%1$s</figcaption></figure>
                                """
                                        .formatted(name))
                        .collect(Collectors.joining());
        String page =
                """
                <!DOCTYPE html><meta charset="utf-8"><title>PackWitness: %d screens</title>
                <style>
                body{font:14px sans-serif;margin:1rem;background:#eee;color:#111}
                figure{display:inline-block;margin:.5rem;padding:.5rem;background:#fff;vertical-align:top}
                img{width:480px;border:1px solid #999;display:block}
                figure>a,figure>.grey{display:inline-block}.grey{filter:grayscale(1)}
                </style><h1>%d screens</h1>
                %s\
                """
                        .formatted(names.size(), names.size(), figures);
        return Files.writeString(folder.resolve("index.html"), page);
    }
}
