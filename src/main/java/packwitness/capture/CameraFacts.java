package packwitness.capture;

/** What is known of an open camera; the address carries no credentials. */
public record CameraFacts(
        String uri, String name, String codec, int width, int height, double framesPerSecond) {}
