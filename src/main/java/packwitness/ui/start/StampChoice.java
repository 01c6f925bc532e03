package packwitness.ui.start;

/**
 * Who attests the time.
 *
 * @param address where an outside authority answers, for {@link Kind#ADDRESS}
 */
public record StampChoice(Kind kind, String address) {
    /** The three ways. */
    public enum Kind {
        /** Nobody outside yet; it can be set later. */
        NONE,
        /** An outside authority. */
        ADDRESS,
        /** The one of the demonstration, whose stamps are marked TEST wherever they show. */
        TEST
    }

    /** Nobody yet. */
    public static final StampChoice NOBODY = new StampChoice(Kind.NONE, "");
}
