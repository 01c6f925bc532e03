package packwitness.law;

/** A provision named by a rule: its id, how it is used, and which day picks the version. */
record Pull(String id, Use use, Day day) {
    /** Which day picks the version. */
    enum Day {
        AS_TAGGED,
        ACT,
        STEP
    }

    /** Reads {@code ID}, {@code ID_explained}, {@code ID@act} and the like. */
    static Pull of(String text) {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        Day day =
                switch (at < 0 ? "" : text.substring(at + 1)) {
                    case "" -> Day.AS_TAGGED;
                    case "act" -> Day.ACT;
                    case "step" -> Day.STEP;
                    default -> throw new IllegalStateException("no such day: " + text);
                };
        for (Use use : Use.values()) {
            String suffix = use.suffixed("");
            if (!suffix.isEmpty() && name.endsWith(suffix)) {
                return new Pull(name.substring(0, name.length() - suffix.length()), use, day);
            }
        }
        return new Pull(name, Use.BASIS, day);
    }
}
