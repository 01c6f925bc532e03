package packwitness.recording;

import java.nio.file.Files;
import java.nio.file.Path;

/** Arms, records and closes many times, and prints resident memory after a third and at the end. */
final class ArmAndClose {
    private ArmAndClose() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("arm-and-close");
        long early = 0;
        for (int i = 0; i < rounds; i++) {
            Station station = new Station(folder, "demo:?size=160x90&pace=fast");
            station.begin(i);
            station.frames(10);
            station.close();
            if (station.heard.sealed.size() != 1) throw new IllegalStateException("not sealed");
            Files.delete(station.sealed(i));
            if (i == rounds / 3) early = residentKilobytes();
        }
        Files.delete(folder);
        System.out.println("kilobytes " + early + " " + residentKilobytes());
    }

    private static long residentKilobytes() throws Exception {
        System.gc();
        for (String line : Files.readAllLines(Path.of("/proc/self/status")))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("[^0-9]", ""));
        throw new IllegalStateException("no VmRSS");
    }
}
