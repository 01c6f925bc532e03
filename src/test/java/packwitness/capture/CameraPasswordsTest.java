package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

class CameraPasswordsTest {
    @TempDir Path folder;

    private Path file;
    private CameraPasswords passwords;

    @BeforeEach
    void file() {
        file = folder.resolve("settings").resolve("camera-passwords");
        passwords = new CameraPasswords(Optional.of(file), Map.of());
    }

    private void keptAs(String expected, String address) throws Failure {
        assertEquals(expected, passwords.keep(address));
        assertFalse(expected.contains("s3cr3t"));
    }

    @Test
    void passwordIsKeptAsideAndComesBackForTheSameCamera() throws Exception {
        keptAs("rtsp://admin@192.168.1.64:554/live", "rtsp://admin:s3cr3t@192.168.1.64:554/live");
        keptAs("http://cam@host/video", "http://cam:p/s3cr3t@host/video");
        keptAs("rtsp://own%20er@host2", "rtsp://own%20er:s3cr3t%40%3A%20+@host2");
        assertEquals(
                "rtsp://admin:s3cr3t@192.168.1.64:554/other",
                passwords.complete("rtsp://admin@192.168.1.64:554/other"));
        assertEquals(
                "http://cam:p%2Fs3cr3t@host/video", passwords.complete("http://cam@host/video"));
        assertEquals(
                "rtsp://own%20er:s3cr3t%40%3A%20%2B@host2",
                passwords.complete("rtsp://own%20er@host2"));
        assertEquals("rtsp://other@host/x", passwords.complete("rtsp://other@host/x"));
        keptAs(
                "rtsp://admin@192.168.1.64:554/live",
                "rtsp://admin:news3cr3t@192.168.1.64:554/live");
        assertEquals(3, Files.readAllLines(file).size());
        assertEquals(
                "rtsp://admin:news3cr3t@192.168.1.64:554",
                passwords.complete("rtsp://admin@192.168.1.64:554"));
    }

    @Test
    void queryIsKeptAsideToo() throws Exception {
        keptAs("http://host/video?…", "http://host/video?token=s3cr3t&x=1");
        assertEquals(
                "http://host/video?token=s3cr3t&x=1", passwords.complete("http://host/video?…"));
        assertEquals("http://host/new", passwords.complete("http://host/new?…"));
        keptAs("rtsp://a@host/v?…", "rtsp://a:s3cr3t@host/v?pwd=s3cr3t");
        assertEquals("rtsp://a:s3cr3t@host/v?pwd=s3cr3t", passwords.complete("rtsp://a@host/v?…"));
    }

    @Test
    void otherAddressesAreLeftAlone() throws Exception {
        for (String address :
                new String[] {
                    "demo:?fps=10",
                    "usb:name@x?size=640x480",
                    "file:/a:b@c.mp4",
                    "rtsp://host:554/live@1",
                    "rtsp://host/live",
                    "rtsp://",
                    ""
                }) {
            assertEquals(address, passwords.complete(address));
            assertEquals(address, passwords.keep(address));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void environmentStandsInWhereTheFileHasNothing() throws Exception {
        CameraPasswords both =
                new CameraPasswords(
                        Optional.of(file), Map.of(CameraPasswords.VARIABLE, "fr@m outside"));
        assertEquals("rtsp://a:fr%40m%20outside@host/v", both.complete("rtsp://a@host/v"));
        assertEquals("rtsp://a:own@host/v", both.complete("rtsp://a:own@host/v"));
        assertEquals("rtsp://host/v", both.complete("rtsp://host/v"));
        both.keep("rtsp://a:filed@host/v");
        assertEquals("rtsp://a:filed@host/v", both.complete("rtsp://a@host/v"));
    }

    @Test
    void fileIsReadByItsOwnerAlone() throws Exception {
        passwords.keep("rtsp://a:s3cr3t@host/v");
        Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"), "POSIX");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
