package packwitness.claim;

/** What decided a claim, as the owner saw it; what it is called stands in the texts. */
public enum Decisive {
    /** Nobody said. */
    UNSAID,
    /** The recording of the packing. */
    PACKING_VIDEO,
    /** What was found in the buyer's picture, or its comparison with ours. */
    PICTURE_FINDING,
    /** A mark that says the picture was made by AI. */
    AI_LABEL,
    /** What carrier or scale recorded. */
    LOGISTICS,
    /** The buyer took the claim back or paid back. */
    BUYER_GAVE_WAY,
    /** A rule of the platform, whatever the evidence. */
    PLATFORM_RULE,
    /** We were too late. */
    DEADLINE_MISSED,
    /** The parcel was not recorded, or not well enough. */
    NO_RECORDING,
    /** The goods were faulty after all. */
    BUYER_WAS_RIGHT,
    /** Something else; the note says what. */
    OTHER
}
