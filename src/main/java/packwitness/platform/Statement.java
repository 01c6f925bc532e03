package packwitness.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A statement of whole sentences within a limit: what matters most is kept, in its own order. */
public final class Statement {
    private Statement() {}

    /**
     * One sentence.
     *
     * @param worth the higher, the sooner it is kept
     */
    public record Sentence(int worth, String text) {}

    /**
     * Returns as many sentences as fit, the worthiest first chosen, in the order given. Where not
     * even the worthiest fits it is cut, marked with an ellipsis.
     */
    public static String within(PlatformRule.Text limit, List<Sentence> said) {
        List<Sentence> sentences =
                said.stream().filter(one -> !one.text().isBlank()).distinct().toList();
        List<Sentence> byWorth =
                sentences.stream()
                        .sorted(Comparator.comparingInt(Sentence::worth).reversed())
                        .toList();
        List<Sentence> kept = new ArrayList<>();
        for (Sentence sentence : byWorth) {
            kept.add(sentence);
            if (!fits(limit, joined(sentences, kept))) kept.removeLast();
        }
        if (kept.isEmpty() && !byWorth.isEmpty()) return cut(limit, byWorth.getFirst().text());
        return joined(sentences, kept);
    }

    private static String joined(List<Sentence> order, List<Sentence> kept) {
        StringBuilder text = new StringBuilder();
        for (Sentence sentence : order) if (kept.contains(sentence)) text.append(sentence.text());
        return text.toString();
    }

    private static boolean fits(PlatformRule.Text limit, String text) {
        return text.codePointCount(0, text.length()) <= limit.most()
                && bytes(text) <= limit.bytes().orElse(Integer.MAX_VALUE);
    }

    private static String cut(PlatformRule.Text limit, String text) {
        for (int length = text.codePointCount(0, text.length()); length > 0; length--) {
            String shorter = text.substring(0, text.offsetByCodePoints(0, length)) + "…";
            if (fits(limit, shorter)) return shorter;
        }
        return "";
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
