package packwitness.shipment;

import packwitness.recording.KeyFrame;
import packwitness.recording.KeyFrames;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Cuts the stills of sealed takes on one thread of low priority, so that a still never costs a
 * frame. A still that is not cut before the program ends is cut when its claim needs it.
 */
final class StillCutter implements AutoCloseable {
    private final Vault vault;
    private final TakeLog log;
    private final int stills;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(job -> {
                Thread thread = Thread.ofPlatform().name("stills").daemon().unstarted(job);
                thread.setPriority(Thread.MIN_PRIORITY);
                return thread;
            });

    StillCutter(Vault vault, TakeLog log, int stills) {
        this.vault = vault;
        this.log = log;
        this.stills = stills;
    }

    void cut(TakeId take, Path video, Duration length) {
        if (stills > 0 && !length.isNegative()) worker.submit(() -> cutNow(take, video));
    }

    void finish() {
        CountDownLatch done = new CountDownLatch(1);
        worker.submit(done::countDown);
        try {
            done.await(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void cutNow(TakeId take, Path video) {
        try {
            List<KeyFrame> frames = KeyFrames.spread(video, stills);
            String folder = vault.files().relative(video).replaceFirst("^videos/", "frames/");
            for (int i = 0; i < frames.size(); i++) {
                String file = folder.replaceFirst("\\.mp4$", "-" + (i + 1) + ".jpg");
                Sha256 hash = vault.files().keep(file, frames.get(i).jpeg());
                log.still(take, i + 1, file, hash, frames.get(i));
            }
        } catch (Failure e) {
            System.getLogger("packwitness.shipment")
                    .log(System.Logger.Level.WARNING, "stills: " + e.problem().key(), e);
        }
    }

    @Override
    public void close() {
        worker.shutdown();
        try {
            worker.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
