package packwitness.recording;

import java.util.List;

/**
 * How an original was made: {@code copied} where it holds the camera's own packets and its text
 * stands beside the pictures ({@link SideText}), else the encoder; the number of its first frame
 * behind the pre-roll; how many of its last frames came after the order that ended it; and what was
 * given up for an overloaded computer while it ran, the state at its first frame first where that
 * was not {@link LoadStep#FULL}.
 */
public record Making(
        boolean copied,
        String encoder,
        long firstOwnFrame,
        int runOnFrames,
        int textNotes,
        List<LoadChange> load) {
    public Making {
        load = List.copyOf(load);
    }
}
