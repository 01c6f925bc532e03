package packwitness.ledger.surroundings;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /**
     * Size and places of {@code struct timex} on 64-bit systems: linux/timex.h, and sys/timex.h of
     * macOS, which is shorter and begins alike.
     */
    private static final int TIMEX = 208;

    private static final int MAX_ERROR = 24;
    private static final int STATUS = 40;

    private static final int STA_UNSYNC = 0x40;
    private static final int TIME_ERROR = 5;

    /** The first line that w32tm prints, in whatever language: a number, 3 for no source. */
    private static final Pattern LEAP = Pattern.compile("^[^:\\r\\n]+:\\s*([0-3])\\D");

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * Asks the kernel, which is told by every time daemon, or the time service of Windows; changes
     * nothing. Not tried on Windows and macOS yet.
     */
    public static TimeSync now() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("windows")) return service().orElse(UNTOLD);
        if (ValueLayout.ADDRESS.byteSize() != Long.BYTES) return UNTOLD;
        if (os.contains("linux")) return kernel("adjtimex").orElse(UNTOLD);
        return os.contains("mac") ? kernel("ntp_adjtime").orElse(UNTOLD) : UNTOLD;
    }

    /** Reads the answer of {@code w32tm /query /status}. */
    static Optional<TimeSync> read(String told) {
        Matcher leap = LEAP.matcher(told.strip());
        if (!leap.find()) return Optional.empty();
        boolean without = leap.group(1).equals("3");
        return Optional.of(
                new TimeSync(without ? UNSYNCHRONIZED : SYNCHRONIZED, OptionalLong.empty()));
    }

    private static Optional<TimeSync> service() {
        try {
            Process asked =
                    new ProcessBuilder("w32tm", "/query", "/status")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            asked.getOutputStream().close();
            // The answer is shorter than a pipe holds, so nobody has to read meanwhile.
            if (!asked.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                asked.destroyForcibly();
                return Optional.empty();
            }
            byte[] told = asked.getInputStream().readAllBytes();
            return read(new String(told, StandardCharsets.ISO_8859_1));
        } catch (IOException untold) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static TimeSync read(int answer, int status, long maxError) {
        if (answer < 0) return UNTOLD;
        if (answer == TIME_ERROR || (status & STA_UNSYNC) != 0)
            return new TimeSync(UNSYNCHRONIZED, OptionalLong.empty());
        return new TimeSync(SYNCHRONIZED, OptionalLong.of(maxError));
    }

    @SuppressWarnings("restricted")
    private static Optional<TimeSync> kernel(String name) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find(name);
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
