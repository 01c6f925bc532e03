package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avdevice.avdevice_free_list_devices;
import static org.bytedeco.ffmpeg.global.avdevice.avdevice_list_input_sources;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;

import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

import packwitness.value.Failure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The cameras that the system's own driver names. */
final class Devices {
    private Devices() {}

    /** Returns the stable name of the n-th camera on Windows. */
    static String windows(String index) throws Failure {
        List<String> names = names("dshow");
        int n = Integer.parseInt(index);
        if (n >= names.size()) throw new Failure(CaptureProblem.CAMERA_NOT_FOUND, index);
        return names.get(n);
    }

    private static List<String> names(String driver) throws Failure {
        Natives.devicesReady();
        AVInputFormat format = av_find_input_format(driver);
        List<String> names = new ArrayList<>();
        if (format == null) return names;
        AVDeviceInfoList list = new AVDeviceInfoList(null);
        int count = avdevice_list_input_sources(format, (String) null, (AVDictionary) null, list);
        for (int i = 0; i < count; i++)
            names.add(list.devices(i).device_name().getString(StandardCharsets.UTF_8));
        if (count >= 0) avdevice_free_list_devices(list);
        return names;
    }
}
