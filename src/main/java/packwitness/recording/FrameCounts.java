package packwitness.recording;

/** Frames that came from the camera; what is not recorded was dropped, and the sum is exact. */
public record FrameCounts(long received, long dropped, long recorded) {
    public FrameCounts {
        if (received != dropped + recorded)
            throw new IllegalArgumentException("frames do not add up");
    }
}
