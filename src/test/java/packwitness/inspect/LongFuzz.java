package packwitness.inspect;

import packwitness.inspect.c2pa.TrustList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Mutates the files of a folder many times; run by hand with a folder, a count and a seed. */
final class LongFuzz {
    private LongFuzz() {}

    public static void main(String[] args) throws IOException {
        List<byte[]> samples = new ArrayList<>(Carriers.labelled(Carriers.json("1")).values());
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList())
                samples.add(Files.readAllBytes(file));
        }
        PictureInspector inspector = Inspectors.with(TrustList.none());
        Random random = new Random(Long.parseLong(args[2]));
        int escaped = 0;
        long worst = 0;
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            int sample = i % samples.size();
            byte[] file = mutated(samples.get(sample), random);
            long before = System.nanoTime();
            try {
                inspector.inspect(file).toMap();
            } catch (RuntimeException | Error e) {
                escaped++;
                System.out.println("escaped from sample " + sample);
                e.printStackTrace(System.out);
            }
            long took = (System.nanoTime() - before) / 1_000_000;
            if (took > worst) System.out.println("sample " + sample + " took " + took + " ms");
            worst = Math.max(worst, took);
        }
        System.out.println("escaped " + escaped + ", worst " + worst + " ms");
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] file = sample.clone();
        for (int n = random.nextInt(30); n >= 0; n--) {
            // Heads and tails matter more than pixels.
            int most = random.nextBoolean() ? Math.min(file.length, 4000) : file.length;
            int at = random.nextInt(most);
            int end = Math.min(file.length, at + 4);
            switch (random.nextInt(5)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(file, at, end, (byte) 0xFF);
                case 3 -> Arrays.fill(file, at, end, (byte) 0);
                default -> Arrays.fill(file, at, end, (byte) 0x7F);
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }
}
