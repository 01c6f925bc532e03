package packwitness.shipment;

import packwitness.capture.Camera;
import packwitness.capture.CameraFacts;
import packwitness.capture.DemoCamera;
import packwitness.recording.Recorder;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One camera of an armed station with its recorder. */
record Lane(View view, Camera camera, CameraFacts facts, Recorder recorder, long armedNanos) {
    private static final long SETTLED_NANOS = 5_000_000_000L;

    /** Returns what rows tell of the camera and of how it is recorded. */
    Map<String, String> environment() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("mode", facts.codec() + " " + facts.width() + "x" + facts.height());
        known.put("rate", String.valueOf(facts.framesPerSecond()));
        known.put("encoder", recorder.environment().line());
        return known;
    }

    /** Returns the frames a second as delivered, or as announced before that can be told. */
    double rate() {
        long since = System.nanoTime() - armedNanos;
        if (camera.patient() || since < SETTLED_NANOS) return facts.framesPerSecond();
        return recorder.status().received() / (since / 1e9);
    }

    /** Returns how long nothing has moved in the picture. */
    Duration stillFor() {
        return recorder.stillFor();
    }

    /** Returns how long the picture has looked like the empty table. */
    Duration emptyFor() {
        return recorder.emptyFor();
    }

    /** A demonstration camera sees another parcel, whose label may not be there yet. */
    void next(String label) {
        if (camera instanceof DemoCamera demo) demo.nextParcel(label);
    }

    /** The label is put on the parcel that a demonstration camera sees. */
    void label(String waybill) {
        if (camera instanceof DemoCamera demo) demo.scene().waybill(waybill);
    }
}
