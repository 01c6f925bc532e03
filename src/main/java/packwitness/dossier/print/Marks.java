package packwitness.dossier.print;

import packwitness.dossier.paper.ExhibitNo;

import java.util.Collection;
import java.util.List;

/** Exhibit marks as they stand in sentences. */
final class Marks {
    private Marks() {}

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

    private static boolean follows(ExhibitNo one, ExhibitNo next) {
        return one.group() == next.group() && one.place() + 1 == next.place();
    }
}
