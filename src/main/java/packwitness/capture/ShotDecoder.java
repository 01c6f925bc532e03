package packwitness.capture;

import packwitness.value.Failure;

import java.util.Optional;

/** Turns shots into pictures; used by one thread. */
public interface ShotDecoder extends AutoCloseable {
    /** Takes the bytes of a shot, which stays the caller's to close. */
    void put(Shot shot) throws Failure;

    /** Returns how many shots so far gave no picture or a damaged one. */
    default long damaged() {
        return 0;
    }

    /** Tells that no more shots come, so that pictures held back come out. */
    void end();

    /** Returns the next picture, or nothing until another shot is put. */
    Optional<Picture> take() throws Failure;

    @Override
    void close();
}
