package packwitness.recording;

import packwitness.capture.DecodedFrame;
import packwitness.capture.DemoScene;
import packwitness.capture.FrameReader;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Counts the demo scene's running numbers in a video, from the pictures alone; any thread. */
public final class FrameNumbers {
    private FrameNumbers() {}

    /** First and last number seen, and how many are missing, doubled, out of order, unreadable. */
    public record Count(
            long first, long last, long missing, long doubled, long outOfOrder, long unreadable) {
        /** Returns whether each number between first and last stands once and in order. */
        public boolean whole() {
            return first >= 0 && missing == 0 && doubled == 0 && outOfOrder == 0 && unreadable == 0;
        }
    }

    /** Decodes every frame of the video; first and last are -1 where no number was read. */
    public static Count count(Path video) throws Failure {
        Set<Long> numbers = new HashSet<>();
        long least = Long.MAX_VALUE;
        long most = -1;
        long before = -1;
        long doubled = 0;
        long outOfOrder = 0;
        long unreadable = 0;
        try (FrameReader reader = FrameReader.open(video)) {
            for (Optional<DecodedFrame> frame = reader.next();
                    frame.isPresent();
                    frame = reader.next()) {
                OptionalLong read = DemoScene.readNumber(frame.get().grey());
                if (read.isEmpty()) {
                    unreadable++;
                    continue;
                }
                long number = read.getAsLong();
                if (!numbers.add(number)) doubled++;
                else if (number < before) outOfOrder++;
                before = Math.max(before, number);
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
        }
        if (most < 0) return new Count(-1, -1, 0, doubled, outOfOrder, unreadable);
        long missing = most - least + 1 - numbers.size();
        return new Count(least, most, missing, doubled, outOfOrder, unreadable);
    }
}
