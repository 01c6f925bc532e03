package packwitness.recording;

import packwitness.capture.DecodedFrame;
import packwitness.capture.FrameReader;
import packwitness.value.Failure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Cuts still pictures out of a recorded video; any thread. Their hash is over the decoded samples,
 * so {@code ffmpeg -i VIDEO -vf select=eq(n\,INDEX) -frames:v 1 -pix_fmt yuv420p -f rawvideo - |
 * sha256sum} gives it again.
 */
public final class KeyFrames {
    private static final float QUALITY = 0.9f;

    private KeyFrames() {}

    /** Returns the frame that is shown at this time; the last one where the video is shorter. */
    public static KeyFrame cut(Path video, Duration at) throws Failure {
        try (FrameReader reader = FrameReader.open(video)) {
            reader.seek(at);
            return frame(reader, video);
        }
    }

    /** Returns frames spread evenly over the video, never more than it has. */
    public static List<KeyFrame> spread(Path video, int count) throws Failure {
        List<KeyFrame> frames = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(video)) {
            long all = reader.frames();
            long wanted = Math.min(count, all);
            for (long i = 0; i < wanted; i++) {
                reader.seekFrame((2 * i + 1) * all / (2 * wanted));
                frames.add(frame(reader, video));
            }
        }
        return frames;
    }

    private static KeyFrame frame(FrameReader reader, Path video) throws Failure {
        Optional<DecodedFrame> found = reader.next();
        if (found.isEmpty()) throw new Failure(RecordingProblem.NOTHING_RECORDED, video);
        DecodedFrame frame = found.get();
        return new KeyFrame(
                frame.index(),
                frame.at(),
                frame.width(),
                frame.height(),
                jpeg(frame.image()),
                frame.planes().sha256());
    }

    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
