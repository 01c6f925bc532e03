package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Failure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The lists of the Windows and macOS drivers, in the wording of the library's versions. */
class DriverTextsTest {
    private static final String INTEGRATED =
            "@device_pnp_\\\\?\\usb#vid_04f2&pid_b5ce&mi_00#6&2e8c0e31&0&0000"
                    + "#{65e8773d-8f56-11d0-a3b9-00a0c9223196}\\global";

    private static final String NEW_WINDOWS =
            """
            [in#0 @ 0000024] "Integrated Camera" (video)
            [in#0 @ 0000024]   Alternative name "%s"
            [in#0 @ 0000024] "USB Video Aygıtı (2)" (video)
            [in#0 @ 0000024]   Alternative name "@device_pnp_\\\\?\\usb#vid_174f"
            [in#0 @ 0000024] "OBS Virtual Camera" (none)
            [in#0 @ 0000024]   Alternative name "@device_sw_{860BB310}"
            [in#0 @ 0000024] "Mikrofon (Realtek(R) Audio)" (audio)
            [in#0 @ 0000024]   Alternative name "@device_cm_{33D9A762}"
            Error opening input file dummy.
            """
                    .formatted(INTEGRATED);

    private static final String OLD_WINDOWS =
            """
            [dshow @ 000001d8] DirectShow video devices (some may be both video and audio devices)
            [dshow @ 000001d8]  "USB Boot"
            [dshow @ 000001d8]     Alternative name "@device_pnp_\\\\?\\usb#vid_0bda&pid_5846"
            [dshow @ 000001d8]  "摄像头"
            [dshow @ 000001d8] DirectShow audio devices
            [dshow @ 000001d8]  "Mikrofon (USB Audio Device)"
            [dshow @ 000001d8]     Alternative name "@device_cm_{33D9A762}\\wave_{DF784F62}"
            dummy: Immediate exit requested
            """;

    private static final String WINDOWS_MODES =
            """
            [dshow @ 000001] DirectShow video device options (from video devices)
            [dshow @ 000001]  Pin "Capture" (alternative pin name "0")
            [dshow @ 000001]   vcodec=mjpeg  min s=1280x720 fps=5 max s=1280x720 fps=30.0003
            [dshow @ 000001]   vcodec=mjpeg  min s=1280x720 fps=5 max s=1280x720 fps=30.0003 (pc, bt470bg/bt709/unknown, center)
            [dshow @ 000001]   pixel_format=yuyv422  min s=640x480 fps=5 max s=640x480 fps=30
            [dshow @ 000001]   pixel_format=nv12  min s=1920x1080 fps=5 max s=1920x1080 fps=5 (tv, bt709)
            [dshow @ 000001]   unknown compression type 0x32564D4A  min s=1920x1080 fps=5 max s=1920x1080 fps=5
            [dshow @ 000001]   vcodec=h264  min s=1920x1080 fps=15 max s=1920x1080 fps=30
            """;

    private static final String MAC =
            """
            [AVFoundation indev @ 0x7f8] AVFoundation video devices:
            [AVFoundation indev @ 0x7f8] [0] FaceTime HD Camera
            [AVFoundation indev @ 0x7f8] [1] USB Camera
            [AVFoundation indev @ 0x7f8] [2] USB Camera
            [AVFoundation indev @ 0x7f8] [3] Capture screen 0
            [AVFoundation indev @ 0x7f8] AVFoundation audio devices:
            [AVFoundation indev @ 0x7f8] [0] Built-in Microphone
            """;

    private static final String MAC_MODES =
            """
            [avfoundation @ 0x125] Selected video size (17x17) is not supported by the device.
            [avfoundation @ 0x125] Supported modes:
            [avfoundation @ 0x125]   1920x1080@[15.000000 30.000000]fps
            [avfoundation @ 0x125]   640x480@[1.000000 60.000240]fps
            : Input/output error
            """;

    private static List<UsbDevice> windows(String text) {
        return WindowsCameras.devices(text.lines().toList());
    }

    @Test
    void windowsCamerasAreNamedByWhatStaysTheSame() {
        List<UsbDevice> found = windows(NEW_WINDOWS);
        assertEquals(
                List.of("Integrated Camera", "USB Video Aygıtı (2)"),
                found.stream().map(UsbDevice::name).toList());
        UsbDevice first = found.getFirst();
        assertEquals(INTEGRATED, first.id());
        assertTrue(first.stable());
        assertTrue(first.answersTo("0") && first.answersTo("integrated camera"));
        assertFalse(first.answersTo("1"));
        assertEquals("video=" + INTEGRATED, new WindowsCameras((d, u, o) -> List.of()).url(first));
    }

    @Test
    void olderWordingAndMissingLinesAreUnderstood() {
        List<UsbDevice> found = windows(OLD_WINDOWS);
        assertEquals(List.of("USB Boot", "摄像头"), found.stream().map(UsbDevice::name).toList());
        assertFalse(found.getLast().stable());
        assertEquals("摄像头", found.getLast().id());
    }

    @Test
    void windowsModesAreReadAndUnknownOnesPassedOver() {
        assertEquals(
                List.of(
                        "mjpeg 1280x720 @30",
                        "yuyv422 640x480 @30",
                        "nv12 1920x1080 @5",
                        "h264 1920x1080 @30"),
                WindowsCameras.modes(WINDOWS_MODES.lines().toList()).stream()
                        .map(CameraMode::toString)
                        .toList());
        WindowsCameras driver = new WindowsCameras((d, u, o) -> List.of());
        UsbDevice device = windows(NEW_WINDOWS).getFirst();
        Map<String, String> raw =
                driver.options(device, Optional.of(new CameraMode("nv12", 1920, 1080, 5)));
        assertEquals("nv12", raw.get("pixel_format"));
        assertEquals("5.00", raw.get("framerate"));
        assertEquals(
                "mjpeg",
                driver.options(device, Optional.of(new CameraMode("mjpeg", 640, 480, 0)))
                        .get("vcodec"));
    }

    @Test
    void macCamerasAreToldApartAndScreensAreNone() {
        List<UsbDevice> found = MacCameras.devices(MAC.lines().toList());
        assertEquals(
                List.of("FaceTime HD Camera", "USB Camera", "USB Camera#2"),
                found.stream().map(UsbDevice::id).toList());
        assertEquals("2", found.getLast().place());
        assertEquals(
                List.of("nv12 1920x1080 @30", "nv12 640x480 @60"),
                MacCameras.modes(MAC_MODES.lines().toList()).stream()
                        .map(CameraMode::toString)
                        .toList());
    }

    @Test
    void addressOfAWindowsCameraIsReadBackWithAndWithoutOptions() throws Failure {
        for (String options : List.of("", "?size=1280x720&rate=30&codec=mjpeg")) {
            CameraUri uri = CameraUri.parse("usb:" + INTEGRATED + options);
            assertEquals(INTEGRATED, uri.body());
            assertEquals(options.isEmpty() ? 0 : 3, uri.options().size());
        }
    }

    @Test
    void damagedListsGiveFewerCamerasAndNoException() {
        Random random = new Random(7);
        for (String text : List.of(NEW_WINDOWS, OLD_WINDOWS, WINDOWS_MODES, MAC, MAC_MODES))
            for (int cut = 0; cut < text.length(); cut += 3) {
                char[] letters = text.substring(0, cut).toCharArray();
                for (int i = 0; i < 4 && cut > 0; i++)
                    letters[random.nextInt(cut)] = (char) random.nextInt(0x2fff);
                List<String> lines = new String(letters).lines().toList();
                WindowsCameras.devices(lines);
                WindowsCameras.modes(lines);
                MacCameras.devices(lines);
                MacCameras.modes(lines);
            }
        assertEquals(List.of(), WindowsCameras.devices(List.of()));
    }
}
