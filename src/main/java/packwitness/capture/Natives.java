package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_register_all;
import static org.bytedeco.ffmpeg.global.avformat.avformat_network_init;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;

import packwitness.value.Failure;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The video library: loaded once, told to be quiet, its errors put into words; for any thread. */
public final class Natives {
    private Natives() {}

    private static final class Loaded {
        static final boolean READY = load();

        private static boolean load() {
            // The library would write addresses with their passwords to the standard error.
            av_log_set_level(AV_LOG_QUIET);
            avformat_network_init();
            return true;
        }
    }

    private static final class Devices {
        static final boolean READY = load();

        private static boolean load() {
            avdevice_register_all();
            return true;
        }
    }

    /** Loads the library at the first call. */
    public static void ready() {
        if (!Loaded.READY) throw new IllegalStateException("video library");
    }

    /** Loads the camera drivers; fails where the system lacks a library that they are bound to. */
    static void devicesReady() throws Failure {
        ready();
        try {
            if (!Devices.READY) throw new IllegalStateException("camera library");
        } catch (LinkageError e) {
            // Of the Linux drivers one is for sound and wants libpulse, camera or not.
            throw new Failure(CaptureProblem.CAMERA_LIBRARY_MISSING, e, missing(e));
        }
    }

    private static String missing(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) cause = cause.getCause();
        Matcher library =
                Pattern.compile("lib[a-zA-Z0-9_-]+\\.so[.0-9]*: cannot")
                        .matcher(String.valueOf(cause.getMessage()));
        return library.find() ? library.group().replace(": cannot", "") : "avdevice";
    }

    /** Returns the ffmpeg program that comes with the library; fails where it does not. */
    public static String program() throws Failure {
        try {
            return Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new Failure(CaptureProblem.CAMERA_LIBRARY_MISSING, e, "ffmpeg");
        }
    }

    /** Returns the library's own words for an error code. */
    public static String words(int code) {
        byte[] text = new byte[256];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) end++;
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /**
     * Returns the text as C wants it, in UTF-8 whatever the system speaks; the caller closes it.
     */
    public static BytePointer utf8(String text) {
        return new BytePointer(text, StandardCharsets.UTF_8);
    }

    /** Options for a call of the library, freed on close. */
    public static final class Options implements AutoCloseable {
        private final AVDictionary dictionary = new AVDictionary(null);

        public Options(Map<String, String> values) {
            values.forEach(this::set);
        }

        private void set(String name, String value) {
            try (BytePointer key = utf8(name);
                    BytePointer text = utf8(value)) {
                av_dict_set(dictionary, key, text, 0);
            }
        }

        public AVDictionary dictionary() {
            return dictionary;
        }

        @Override
        public void close() {
            av_dict_free(dictionary);
        }
    }
}
