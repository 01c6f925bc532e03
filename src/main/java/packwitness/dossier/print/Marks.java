package packwitness.dossier.print;

import packwitness.dossier.paper.ExhibitNo;
import packwitness.value.Lang;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exhibit marks as they stand in sentences. */
final class Marks {
    private static final Pattern MARK = Pattern.compile("证据\\d+-\\d+(?:[、至]\\d+-\\d+)*");
    private static final Pattern NUMBER = Pattern.compile("(\\d+-\\d+)(?:至(\\d+-\\d+))?");
    private static final String ENDS = "。；！？.;!?";

    private static final Pattern IN_BRACKETS = Pattern.compile("（(" + MARK.pattern() + ")）");

    /** A mark as {@link #in} writes it in English. */
    private static final Pattern ENGLISH =
            Pattern.compile("Exhibits? \\d+-\\d+(?:(?:, |–)\\d+-\\d+)*");

    private Marks() {}

    /** Returns what a mark looks like in this language. */
    static Pattern pattern(Lang lang) {
        return lang == Lang.ZH ? MARK : ENGLISH;
    }

    /** Returns the text with its marks in this language, such as {@code (Exhibits 1-1, 2-1)}. */
    static String in(Lang lang, String text) {
        if (lang == Lang.ZH || !text.contains("证据")) return text;
        String bare = IN_BRACKETS.matcher(text).replaceAll(found -> " (" + found.group(1) + ")");
        return MARK.matcher(bare).replaceAll(found -> english(found.group().substring(2)));
    }

    private static String english(String numbers) {
        String listed = numbers.replace("、", ", ").replace("至", "–");
        return (listed.equals(numbers) ? "Exhibit " : "Exhibits ") + listed;
    }

    /** Returns {@code 证据1-1、1-2}, runs of three and more as {@code 2-1至2-9}; empty for none. */
    static String of(Collection<ExhibitNo> exhibits) {
        List<ExhibitNo> sorted = exhibits.stream().distinct().sorted().toList();
        if (sorted.isEmpty()) return "";
        StringBuilder marks = new StringBuilder("证据");
        int i = 0;
        while (i < sorted.size()) {
            int end = i;
            while (end + 1 < sorted.size() && follows(sorted.get(end), sorted.get(end + 1))) end++;
            if (end - i < 2) end = i;
            if (i > 0) marks.append('、');
            marks.append(sorted.get(i));
            if (end > i) marks.append('至').append(sorted.get(end));
            i = end + 1;
        }
        return marks.toString();
    }

    /** Returns the marks in brackets, or nothing for none. */
    static String bracketed(Collection<ExhibitNo> exhibits) {
        return exhibits.isEmpty() ? "" : "（" + of(exhibits) + "）";
    }

    /** Returns every exhibit that a sentence names, runs spelt out, in the order of the list. */
    static List<ExhibitNo> named(String sentence) {
        SortedSet<ExhibitNo> named = new TreeSet<>();
        Matcher mark = MARK.matcher(sentence);
        while (mark.find()) {
            Matcher number = NUMBER.matcher(mark.group());
            while (number.find()) {
                ExhibitNo no = ExhibitNo.of(number.group(1));
                ExhibitNo last = number.group(2) == null ? no : ExhibitNo.of(number.group(2));
                for (int place = no.place(); place <= last.place(); place++)
                    named.add(new ExhibitNo(no.group(), place));
            }
        }
        return List.copyOf(named);
    }

    /** Returns the exhibits that one sentence names and the other does not. */
    static List<ExhibitNo> left(String sentence, String other) {
        List<ExhibitNo> there = named(other);
        return named(sentence).stream().filter(no -> !there.contains(no)).toList();
    }

    /** Adds the marks to a sentence, before the sign that ends it. */
    static String tied(String sentence, Collection<ExhibitNo> exhibits) {
        int end = sentence.length();
        while (end > 0 && ENDS.indexOf(sentence.charAt(end - 1)) >= 0) end--;
        return sentence.substring(0, end) + bracketed(exhibits) + sentence.substring(end);
    }

    private static boolean follows(ExhibitNo one, ExhibitNo next) {
        return one.group() == next.group() && one.place() + 1 == next.place();
    }
}
