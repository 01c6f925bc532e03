package packwitness.ledger;

import packwitness.value.Lang;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The two texts of a bag that are made for people and for the shell. */
final class BagReadme {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC+8'")
                    .withZone(ZoneOffset.ofHours(8));

    private BagReadme() {}

    static String script() {
        return resource(BagNames.SCRIPT);
    }

    /** For Windows, whose editors and shells want their own line ends. */
    static String windows(String name) {
        return resource(name).replace("\n", "\r\n");
    }

    static String text(BagRequest request, BagPlan plan) {
        Optional<Stamp> stamp = Optional.ofNullable(plan.stamps().get(plan.main().size()));
        return resource("readme-zh.txt")
                        .replace("{time}", time(stamp, Lang.ZH))
                        .replace("{warning}", warning(plan, Lang.ZH))
                        .replace("{size}", Long.toString(plan.main().size()))
                        .replace("{rows}", Integer.toString(plan.rows().size()))
                        .replace("{made}", TIME.format(request.madeAt()))
                + "\n"
                + resource("readme-en.txt")
                        .replace("{time}", time(stamp, Lang.EN))
                        .replace("{warning}", warning(plan, Lang.EN))
                        .replace("{size}", Long.toString(plan.main().size()))
                        .replace("{rows}", Integer.toString(plan.rows().size()))
                        .replace("{made}", TIME.format(request.madeAt()));
    }

    private static String time(Optional<Stamp> stamp, Lang lang) {
        CheckWords words = CheckWords.of(lang);
        return stamp.map(one -> words.sentence("readme.stamped", TIME.format(one.genTime())))
                .orElseGet(() -> words.sentence("readme.unstamped"));
    }

    private static String warning(BagPlan plan, Lang lang) {
        boolean outside =
                !plan.stamps().isEmpty()
                        && plan.stamps().values().stream()
                                .allMatch(stamp -> stamp.kind() == AuthorityKind.COMMERCIAL);
        return outside ? "" : CheckWords.of(lang).sentence("readme.warning");
    }

    private static String resource(String name) {
        try (InputStream in = BagReadme.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no resource " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
