package packwitness.recording;

import packwitness.capture.Camera;
import packwitness.capture.Shot;
import packwitness.value.Failure;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The thread that reads the camera and does nothing else; a lost camera is opened again with
 * growing pauses until the recorder closes.
 */
final class ReaderStage implements Runnable {
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 5000;

    private final Camera camera;
    private final Intake intake;
    private final Watch watch;
    private final Load load;
    private final CountDownLatch closing = new CountDownLatch(1);

    ReaderStage(Camera camera, Intake intake, Watch watch, Load load) {
        this.camera = camera;
        this.intake = intake;
        this.watch = watch;
        this.load = load;
    }

    @Override
    public void run() {
        try {
            while (closing.getCount() > 0) {
                try {
                    Optional<Shot> shot = camera.next();
                    if (shot.isEmpty()) break;
                    watch.shot();
                    boolean dropped = intake.put(shot.get());
                    if (dropped) watch.dropped();
                    if (!camera.patient()) load.seen(intake.fill(), dropped, System.nanoTime());
                } catch (Failure lost) {
                    comeBack(lost);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (closing.getCount() > 0) watch.cameraLost(e.toString());
        } finally {
            intake.end();
        }
    }

    private void comeBack(Failure lost) throws InterruptedException {
        if (closing.getCount() == 0) return;
        watch.cameraLost(lost.problem().key());
        long pause = FIRST_PAUSE_MILLIS;
        while (!closing.await(pause, TimeUnit.MILLISECONDS)) {
            try {
                camera.reopen();
                intake.broken();
                watch.cameraBack();
                return;
            } catch (Failure stillLost) {
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    void close() {
        closing.countDown();
    }
}
