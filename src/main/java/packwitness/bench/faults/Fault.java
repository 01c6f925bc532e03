package packwitness.bench.faults;

/**
 * One fault: what is done, how it must be told, and within what time.
 *
 * @param boundMillis the most that may pass between the fault and its alarm
 */
record Fault(String name, Told must, long boundMillis, Doing doing, Mending mending) {
    /** How a fault must come to light. */
    enum Told {
        /** An alarm on the event stream and a row. */
        ALARM,
        /** The caller is told by a problem in words. */
        ANSWER,
        /** Nothing is lost, so nothing needs to be told; told anyway is well. */
        NOTHING_LOST
    }

    /** Lets the fault happen and returns the moment by the monotonic clock. */
    @FunctionalInterface
    interface Doing {
        long strike(Station station, Struck struck) throws Exception;
    }

    /** Ends the fault, so that what comes after it can be seen. */
    @FunctionalInterface
    interface Mending {
        void mend(Station station) throws Exception;
    }

    /** What the caller was told while the fault was made. */
    static final class Struck {
        private volatile String answer = "";
        private volatile long answeredNanos;

        void answered(String problem) {
            answer = problem;
            answeredNanos = System.nanoTime();
        }

        String answer() {
            return answer;
        }

        long answeredNanos() {
            return answeredNanos;
        }
    }

    static Fault alarm(String name, long boundMillis, Doing doing, Mending mending) {
        return new Fault(name, Told.ALARM, boundMillis, doing, mending);
    }

    static Fault alarm(String name, long boundMillis, Doing doing) {
        return alarm(name, boundMillis, doing, station -> {});
    }

    static Fault answer(String name, long boundMillis, Doing doing) {
        return new Fault(name, Told.ANSWER, boundMillis, doing, station -> {});
    }

    static Fault harmless(String name, Doing doing) {
        return new Fault(name, Told.NOTHING_LOST, 0, doing, station -> {});
    }
}
