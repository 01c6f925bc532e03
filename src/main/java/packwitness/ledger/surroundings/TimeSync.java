package packwitness.ledger.surroundings;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether the system says that network time disciplines its clock.
 *
 * @param state {@code synchronized}, {@code unsynchronized} or {@code unknown}
 * @param errorMicros largest error that the kernel assumes, where it is synchronized
 */
public record TimeSync(String state, OptionalLong errorMicros) {
    static final String SYNCHRONIZED = "synchronized";
    static final String UNSYNCHRONIZED = "unsynchronized";

    private static final TimeSync UNTOLD = new TimeSync(Surroundings.UNKNOWN, OptionalLong.empty());

    /** Size and places of Linux's {@code struct timex} on 64-bit systems, linux/timex.h. */
    private static final int TIMEX = 208;

    private static final int MAX_ERROR = 24;
    private static final int STATUS = 40;

    private static final int STA_UNSYNC = 0x40;
    private static final int TIME_ERROR = 5;

    /** Asks the kernel, which is told by every time daemon; changes nothing. */
    public static TimeSync now() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || ValueLayout.ADDRESS.byteSize() != Long.BYTES) return UNTOLD;
        return kernel().orElse(UNTOLD);
    }

    static TimeSync read(int answer, int status, long maxError) {
        if (answer < 0) return UNTOLD;
        if (answer == TIME_ERROR || (status & STA_UNSYNC) != 0)
            return new TimeSync(UNSYNCHRONIZED, OptionalLong.empty());
        return new TimeSync(SYNCHRONIZED, OptionalLong.of(maxError));
    }

    @SuppressWarnings("restricted")
    private static Optional<TimeSync> kernel() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("adjtimex");
        if (function.isEmpty()) return Optional.empty();
        MethodHandle adjtimex =
                linker.downcallHandle(
                        function.get(),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            // All zero: no mode is set, so the kernel only answers.
            MemorySegment timex = arena.allocate(TIMEX, Long.BYTES);
            int answer = (int) adjtimex.invokeExact(timex);
            return Optional.of(
                    read(
                            answer,
                            timex.get(ValueLayout.JAVA_INT, STATUS),
                            timex.get(ValueLayout.JAVA_LONG, MAX_ERROR)));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
