package packwitness.claim;

/** Whose a file of a claim is: the buyer's picture, our own listing picture, or the chat. */
public enum FileRole {
    BUYER,
    LISTING,
    CHAT;

    /** Returns whether only pictures may stand in this role. */
    public boolean mustBePicture() {
        return this != CHAT;
    }
}
