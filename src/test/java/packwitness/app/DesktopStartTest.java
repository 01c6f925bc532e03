package packwitness.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import packwitness.ui.shell.Manner;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class DesktopStartTest {
    @Test
    void fileThatWasOpenedIsVerifiedAndNoCommand() {
        DesktopStart start = DesktopStart.of("/home/a/证据 一.PWBAG").orElseThrow();
        assertEquals(List.of(Path.of("/home/a/证据 一.PWBAG")), start.evidence());
        assertEquals(Manner.WINDOW, start.manner());
        DesktopStart two = DesktopStart.of("--lang", "en", "a.pwbag", "b.pwbag").orElseThrow();
        assertEquals(2, two.evidence().size());
        assertEquals(Path.of("a.pwbag"), two.evidence().getFirst());
    }

    @Test
    void commandsAreNoWindow() {
        assertEquals(Optional.empty(), DesktopStart.of("verify", "a.pwbag"));
        assertEquals(Optional.empty(), DesktopStart.of("--version"));
        assertEquals(List.of(), DesktopStart.of().orElseThrow().evidence());
    }
}
