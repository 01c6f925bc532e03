package packwitness.bench;

import packwitness.keep.Disk;
import packwitness.value.Sha256;

import java.io.IOException;

/**
 * A disk that breaks the program off before or after a chosen step, as a dying process would;
 * before it broke it does what the disk below does. One thread.
 */
public final class BreakingDisk implements Disk {
    /** The program died here; nothing in it gets to run any more. */
    public static final class Died extends Error {
        private static final long serialVersionUID = 1;

        Died() {
            super("died", null, false, false);
        }
    }

    private final Disk below;
    private int stepsLeft;
    private int steps;

    /**
     * @param stepsLeft how many steps still happen; an odd number breaks off after a deed is done
     *     and before its caller knows, an even one before it
     */
    public BreakingDisk(Disk below, int stepsLeft) {
        this.below = below;
        this.stepsLeft = stepsLeft;
    }

    /** Returns how many steps there were. */
    public int steps() {
        return steps;
    }

    private void step() {
        steps++;
        if (stepsLeft-- == 0) throw new Died();
    }

    @Override
    public boolean exists(String file) {
        return below.exists(file);
    }

    @Override
    public long bytes(String file) throws IOException {
        return below.bytes(file);
    }

    @Override
    public Sha256 hash(String file) throws IOException {
        return below.hash(file);
    }

    @Override
    public void move(String from, String to) throws IOException {
        step();
        below.move(from, to);
        step();
    }

    @Override
    public void delete(String file) throws IOException {
        step();
        below.delete(file);
        step();
    }

    @Override
    public String volume(String file) throws IOException {
        return below.volume(file);
    }

    @Override
    public long free(String file) throws IOException {
        return below.free(file);
    }
}
