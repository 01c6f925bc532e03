package packwitness.dossier.paper;

/** The number of an exhibit, group and place, printed as {@code 证据1-2}; both begin at 1. */
public record ExhibitNo(int group, int place) implements Comparable<ExhibitNo> {
    public ExhibitNo {
        if (group < 1 || place < 1) throw new IllegalArgumentException("exhibits begin at 1-1");
    }

    /** Reads {@code 1-2}. */
    public static ExhibitNo of(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) throw new IllegalArgumentException("no exhibit number: " + text);
        return new ExhibitNo(
                Integer.parseInt(text.substring(0, dash)),
                Integer.parseInt(text.substring(dash + 1)));
    }

    /** Returns the mark as it stands in sentences, such as {@code 证据1-2}. */
    public String mark() {
        return "证据" + this;
    }

    @Override
    public int compareTo(ExhibitNo other) {
        return group != other.group
                ? Integer.compare(group, other.group)
                : Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
        return group + "-" + place;
    }
}
