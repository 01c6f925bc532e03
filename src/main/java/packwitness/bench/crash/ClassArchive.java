package packwitness.bench.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of this program for a child of its own, with an archive of loaded classes beside
 * it: a station then starts in a fraction of the time, and two hundred can be killed in minutes.
 */
record ClassArchive(String path, Path archive) {
    /** Packs what lies in folders into jars, for only those can be archived. */
    static ClassArchive in(Path folder) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path entry = Path.of(part);
            if (!Files.isDirectory(entry)) {
                parts.add(part);
                continue;
            }
            Path jar = folder.resolve("classes-" + parts.size() + ".jar");
            pack(entry, jar);
            parts.add(jar.toString());
        }
        return new ClassArchive(
                String.join(File.pathSeparator, parts), folder.resolve("classes.jsa"));
    }

    private static void pack(Path folder, Path jar) throws IOException {
        try (Stream<Path> files = Files.walk(folder);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            packed.setLevel(0);
            for (Path file : files.filter(file -> !file.equals(folder)).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                // The folders are entries too: the schema is found by looking into its folder.
                packed.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) Files.copy(file, packed);
                packed.closeEntry();
            }
        }
    }

    List<String> options() {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xshare:auto",
                "-Xlog:disable");
    }
}
