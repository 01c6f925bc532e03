package packwitness.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A disk in memory that keeps for certain only what was forced. Of the rest a power cut leaves,
 * page by page and by chance, nothing, some or all, also torn in the middle of a page and in
 * another order than it was written; new names of files and folders may be undone until their
 * folder was forced. One thread.
 */
final class ForgetfulDisk {
    /** What this disk does not do though it was told to: planted to see the check turn red. */
    enum Flaw {
        NONE,
        /** Forcing a file does nothing. */
        BYTES_NOT_FORCED,
        /** Forcing a folder does nothing. */
        NAMES_NOT_FORCED,
        /** The index answers before its journal is forced. */
        INDEX_NOT_FORCED
    }

    private static final int PAGE = 4096;
    private static final int SECTOR = 512;

    private static final class Content {
        private byte[] kept = {};
        private byte[] now = {};
        private final List<long[]> unforced = new ArrayList<>();

        void write(long position, byte[] bytes) {
            int end = Math.toIntExact(position + bytes.length);
            if (end > now.length) now = Arrays.copyOf(now, end);
            System.arraycopy(bytes, 0, now, (int) position, bytes.length);
            for (long at = position; at < end; at = (at / PAGE + 1) * PAGE)
                unforced.add(new long[] {at, Math.min(end, (at / PAGE + 1) * PAGE)});
        }

        void truncate(long size) {
            now = Arrays.copyOf(now, (int) size);
        }

        void force() {
            kept = now.clone();
            unforced.clear();
        }

        byte[] afterTheCut(Random chance) {
            return survive(kept, now, unforced, chance);
        }
    }

    /** A change of names inside one folder. */
    private sealed interface Change {
        record Add(String name, Content content) implements Change {}

        record Rename(String from, String to) implements Change {}

        record Remove(String name) implements Change {}

        record Folder(String name) implements Change {}
    }

    private final Flaw flaw;
    private final Map<String, Content> now = new HashMap<>();
    private final Map<String, Content> kept = new LinkedHashMap<>();
    private final Set<String> newFolders = new HashSet<>();
    private final Map<String, List<Change>> pending = new LinkedHashMap<>();

    ForgetfulDisk(Flaw flaw) {
        this.flaw = flaw;
    }

    void follow(Tape.Step step) {
        switch (step.kind()) {
            case CREATED -> {
                Content content = new Content();
                now.put(step.path(), content);
                pend(step.path(), new Change.Add(step.path(), content));
            }
            case WROTE -> content(step.path()).write(step.position(), step.bytes());
            case TRUNCATED -> content(step.path()).truncate(step.position());
            case FORCED -> force(step.path());
            case MOVED -> {
                now.put(step.to(), content(step.path()));
                now.remove(step.path());
                pend(step.to(), new Change.Rename(step.path(), step.to()));
            }
            case DELETED -> {
                now.remove(step.path());
                pend(step.path(), new Change.Remove(step.path()));
            }
            case MADE_FOLDER -> {
                newFolders.add(step.path());
                pend(step.path(), new Change.Folder(step.path()));
            }
            case TOLD -> {}
        }
    }

    private Content content(String path) {
        return now.computeIfAbsent(path, any -> new Content());
    }

    private void force(String path) {
        Content file = now.get(path);
        if (file != null) {
            if (flaw != Flaw.BYTES_NOT_FORCED) file.force();
        } else if (flaw != Flaw.NAMES_NOT_FORCED) {
            pending.getOrDefault(path, List.of()).forEach(this::keep);
            pending.remove(path);
        }
    }

    private void pend(String path, Change change) {
        pending.computeIfAbsent(folderOf(path), any -> new ArrayList<>()).add(change);
    }

    private static String folderOf(String path) {
        int slash = path.replace('\\', '/').lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private void keep(Change change) {
        switch (change) {
            case Change.Add add -> kept.put(add.name, add.content);
            case Change.Remove gone -> kept.remove(gone.name);
            case Change.Folder made -> newFolders.remove(made.name);
            case Change.Rename moved -> {
                Content content = kept.remove(moved.from);
                if (content != null) kept.put(moved.to, content);
            }
        }
    }

    /** Cuts the power and writes what is left into a copy of the vault as it was before. */
    void cut(Path vault, Random chance) throws IOException {
        for (List<Change> changes : pending.values()) {
            // A folder's journal keeps its order: what survives is a beginning of it.
            int survive = chance.nextInt(changes.size() + 1);
            changes.subList(0, survive).forEach(this::keep);
        }
        for (Map.Entry<String, Content> file : kept.entrySet()) {
            if (forgotten(file.getKey())) continue;
            Path target = vault.resolve(file.getKey());
            Path folder = target.getParent();
            if (folder != null) Files.createDirectories(folder);
            Files.write(target, file.getValue().afterTheCut(chance));
        }
    }

    private boolean forgotten(String path) {
        for (String at = folderOf(path); !at.isEmpty(); at = folderOf(at))
            if (newFolders.contains(at)) return true;
        return false;
    }

    /**
     * Returns the index's journal after a cut: this much was forced, the rest is left to chance.
     */
    byte[] journal(byte[] whole, Tape.Step step, Random chance) {
        int forced = flaw == Flaw.INDEX_NOT_FORCED ? 0 : (int) step.journalForced();
        int length = (int) Math.min(whole.length, step.journal());
        List<long[]> pages = new ArrayList<>();
        for (long at = forced; at < length; at = (at / PAGE + 1) * PAGE)
            pages.add(new long[] {at, Math.min(length, (at / PAGE + 1) * PAGE)});
        return survive(
                Arrays.copyOf(whole, Math.min(forced, length)),
                Arrays.copyOf(whole, length),
                pages,
                chance);
    }

    private static byte[] survive(byte[] forced, byte[] now, List<long[]> pages, Random chance) {
        int manner = chance.nextInt(4);
        if (manner == 0 || pages.isEmpty()) return forced.clone();
        if (manner == 1) return now.clone();
        byte[] left = forced.clone();
        int prefix = manner == 2 ? chance.nextInt(pages.size() + 1) : pages.size();
        for (int i = 0; i < prefix; i++) {
            if (manner == 3 && chance.nextBoolean()) continue;
            int from = (int) pages.get(i)[0];
            int to = (int) Math.min(now.length, pages.get(i)[1]);
            boolean torn = i == prefix - 1 && chance.nextBoolean();
            if (torn) to = Math.min(to, from + SECTOR * chance.nextInt(PAGE / SECTOR));
            if (to <= from) continue;
            // What was never written but lies before something that was reads as zeros.
            if (to > left.length) left = Arrays.copyOf(left, to);
            System.arraycopy(now, from, left, from, to - from);
        }
        return left;
    }
}
