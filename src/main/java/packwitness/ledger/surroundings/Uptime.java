package packwitness.ledger.surroundings;

import packwitness.value.Sha256;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The clock that nobody can set: the time since the system started, sleep included.
 *
 * @param boot tells one start of the system from another; says nothing else about it
 */
record Uptime(String boot, long millis) {
    private static final Path PROC = Path.of("/proc");

    /** Returns nothing where the system does not tell; today Linux does. */
    static Optional<Uptime> now() {
        return read(PROC);
    }

    static Optional<Uptime> read(Path proc) {
        try {
            String id = Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
            String[] parts = Files.readString(proc.resolve("uptime")).strip().split(" ");
            long millis = new BigDecimal(parts[0]).movePointRight(3).longValueExact();
            // Hashed, for the number itself names the machine in other people's logs too.
            String boot = Sha256.of(id.getBytes(StandardCharsets.UTF_8)).brief();
            return Optional.of(new Uptime(boot, millis));
        } catch (IOException | ArithmeticException | NumberFormatException untold) {
            return Optional.empty();
        }
    }
}
