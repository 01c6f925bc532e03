package packwitness.bench;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts of a window in a process of its own, measured from outside: how long until it can be used,
 * how much processor time that took, and how much memory it holds at rest. Linux only.
 */
final class Started {
    /** One start: seconds by the wall until the window could be used, and of processor time. */
    record Once(double wall, double cpu) {}

    private static final int LONGEST_SECONDS = 240;
    private static final double TICKS_A_SECOND = 100;

    private final Path folder;
    private final String display;
    private final List<String> modules = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private int count;

    Started(Path folder, String display, String classPath) {
        this.folder = folder;
        this.display = display;
        for (String entry : classPath.split(java.io.File.pathSeparator))
            (isJavafx(entry) ? modules : classes).add(entry);
    }

    private static boolean isJavafx(String entry) {
        return Path.of(entry).getFileName().toString().startsWith("javafx-");
    }

    /**
     * Returns whether all of it comes from jars, without which nothing can be learnt of a start.
     */
    boolean fromJars() {
        return classes.stream().allMatch(entry -> entry.endsWith(".jar"));
    }

    /** Starts, waits until the window can be used and until the process has ended. */
    Once once(List<String> options, String main, String... arguments) throws Failure {
        long begin = System.nanoTime();
        Process process = usable(options, main, arguments);
        try {
            double wall = (System.nanoTime() - begin) / 1e9;
            double cpu = cpu(process.pid());
            process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            return new Once(wall, cpu);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, log());
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * Starts and waits until the window can be used: a vault is open, or a first start is shown.
     */
    private Process usable(List<String> options, String main, String... arguments) throws Failure {
        Path report = folder.resolve("usable-" + ++count);
        List<String> all = new ArrayList<>(options);
        all.add("-Dpackwitness.trial=" + report);
        long begin = System.nanoTime();
        Process process = start(all, main, arguments);
        try {
            while (!Files.exists(report)) {
                boolean late = System.nanoTime() - begin > LONGEST_SECONDS * 1e9;
                if (late || !process.isAlive())
                    throw new Failure(BenchProblem.FILE_UNREADABLE, log());
                Thread.sleep(4);
            }
            return process;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, report);
        } catch (Failure notUsable) {
            process.destroyForcibly();
            throw notUsable;
        }
    }

    /** Runs to the end without looking at a window. */
    void run(List<String> options, String main, String... arguments) throws Failure {
        Process process = start(options, main, arguments);
        try {
            process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, log());
        } finally {
            process.destroyForcibly();
        }
    }

    /** Returns the resident megabytes of a window that was left alone for so long. */
    double resident(int seconds, List<String> options, String main, String... arguments)
            throws Failure {
        Process process = usable(options, main, arguments);
        try {
            Thread.sleep(seconds * 1000L);
            if (!process.isAlive()) throw new Failure(BenchProblem.FILE_UNREADABLE, log());
            return kilobytes(process.pid(), "VmRSS:") / 1024.0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, log());
        } finally {
            process.destroy();
            if (!ends(process)) process.destroyForcibly();
        }
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process start(List<String> options, String main, String... arguments) throws Failure {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=javafx.graphics,javafx.media,ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("--module-path");
        command.add(String.join(java.io.File.pathSeparator, modules));
        command.add("--add-modules");
        command.add("javafx.controls,javafx.media");
        command.addAll(options);
        command.add("-cp");
        command.add(String.join(java.io.File.pathSeparator, classes));
        command.add(main);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("DISPLAY", display);
        environment.put("HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.remove("JAVA_TOOL_OPTIONS");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, command.getFirst());
        }
    }

    private Path log() {
        return folder.resolve("started.log");
    }

    private static double cpu(long pid) throws Failure {
        String stat = read(Path.of("/proc", String.valueOf(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    private static long kilobytes(long pid, String name) throws Failure {
        for (String line : read(Path.of("/proc", String.valueOf(pid), "status")).split("\n"))
            if (line.startsWith(name))
                return Long.parseLong(line.substring(name.length()).replaceAll("[^0-9]", ""));
        return 0;
    }

    private static String read(Path file) throws Failure {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, file);
        }
    }
}
