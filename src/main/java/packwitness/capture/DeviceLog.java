package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_INFO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;

import packwitness.value.Failure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a camera driver of the library writes when it is told to list and not to open. */
interface DeviceLog {
    /** Returns the lines; the driver refuses to open then, which is no trouble. */
    List<String> lines(String driver, String url, Map<String, String> options) throws Failure;

    /** Returns the log of the library of this process. */
    static DeviceLog real() {
        return DeviceLog::listen;
    }

    private static List<String> listen(String driver, String url, Map<String, String> options)
            throws Failure {
        Natives.devicesReady();
        AVInputFormat format = av_find_input_format(driver);
        if (format == null) throw new Failure(CaptureProblem.CAMERA_LIBRARY_MISSING, driver);
        StringBuilder heard = new StringBuilder();
        Thread asking = Thread.currentThread();
        // Other threads open network cameras meanwhile, whose lines hold passwords.
        LogCallback ear =
                new LogCallback() {
                    @Override
                    public void call(int level, BytePointer text) {
                        if (Thread.currentThread() == asking)
                            heard.append(text.getString(StandardCharsets.UTF_8));
                    }
                };
        synchronized (DeviceLog.class) {
            try (BytePointer address = Natives.utf8(url);
                    Natives.Options given = new Natives.Options(options)) {
                setLogCallback(ear);
                av_log_set_level(AV_LOG_INFO);
                AVFormatContext context = avformat_alloc_context();
                if (avformat_open_input(context, address, format, given.dictionary()) >= 0)
                    avformat_close_input(context);
            } finally {
                av_log_set_level(AV_LOG_QUIET);
                setLogCallback(null);
                ear.close();
            }
        }
        return heard.toString().lines().toList();
    }
}
