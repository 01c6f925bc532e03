package packwitness.ledger.surroundings;

import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of an ARM row beside cameras and names; none of them personal. */
public final class Surroundings {
    /** The value of a fact that the system does not tell. */
    public static final String UNKNOWN = "unknown";

    private Surroundings() {}

    /**
     * Returns the facts by name; times in milliseconds, sizes in bytes.
     *
     * @param vault where the recordings go
     */
    public static SortedMap<String, String> of(Path vault, Clock clock) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("os", property("os.name") + " " + property("os.version"));
        facts.put("arch", property("os.arch"));
        facts.put("java", property("java.runtime.version"));
        facts.put("program_sha256", ProgramHash.get().map(Sha256::hex).orElse(UNKNOWN));
        ZoneId zone = clock.getZone();
        Instant now = clock.instant();
        facts.put("zone", zone.getId());
        facts.put("zone_offset_s", "" + zone.getRules().getOffset(now).getTotalSeconds());
        disk(vault, facts);
        TimeSync sync = TimeSync.now();
        facts.put("ntp", sync.state());
        sync.errorMicros().ifPresent(error -> facts.put("ntp_error_us", "" + error));
        Uptime.now()
                .ifPresent(up -> {
                    facts.put("boot", up.boot());
                    facts.put("uptime_ms", "" + up.millis());
                });
        return facts;
    }

    private static void disk(Path vault, SortedMap<String, String> facts) {
        try {
            FileStore store = Files.getFileStore(vault);
            facts.put("disk_free", "" + store.getUsableSpace());
            facts.put("disk_total", "" + store.getTotalSpace());
            facts.put("disk_type", store.type());
        } catch (IOException untold) {
            facts.put("disk_free", UNKNOWN);
        }
    }

    private static String property(String name) {
        return System.getProperty(name, UNKNOWN);
    }
}
