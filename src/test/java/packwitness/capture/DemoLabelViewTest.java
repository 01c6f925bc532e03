package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

class DemoLabelViewTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    /** A camera whose pictures are looked at one by one. */
    private record Eye(Camera camera, ShotDecoder decoder) implements AutoCloseable {
        Eye(Camera camera) throws Exception {
            this(camera, camera.decoder());
        }

        Grey grey() throws Exception {
            try (Shot shot = camera.next().orElseThrow()) {
                decoder.put(shot);
            }
            int width = camera.facts().width();
            int height = camera.facts().height();
            byte[] rows = FrameReader.rows(decoder.take().orElseThrow().frame(), 0, width, height);
            return Grey.of(width, height, width, rows);
        }

        @Override
        public void close() {
            decoder.close();
            camera.close();
        }
    }

    private static List<LabelCode> codes(Grey picture) {
        return LabelReader.read(picture);
    }

    @Test
    void labelViewShowsTheParcelOfTheFirstCameraFromNear() throws Exception {
        try (Eye table = new Eye(Cameras.open("demo:?pace=fast&fps=10&waybill=SF1111", CLOCK));
                Eye label =
                        new Eye(
                                Cameras.openBeside(
                                        table.camera(),
                                        "demo:?pace=fast&fps=10&view=label&waybill=YT9",
                                        CLOCK))) {
            Grey far = table.grey();
            Grey near = label.grey();
            for (int i = 1; i < 76; i++) {
                far = table.grey();
                near = label.grey();
            }
            assertEquals(List.of("SF1111"), codes(far).stream().map(LabelCode::text).toList());
            assertEquals(List.of("SF1111"), codes(near).stream().map(LabelCode::text).toList());
            assertTrue(codes(near).getFirst().width() > 1.8 * codes(far).getFirst().width());
            assertEquals(OptionalLong.of(75), DemoScene.readNumber(near));

            ((DemoCamera) table.camera()).nextParcel("JD2222");
            ((DemoCamera) label.camera()).nextParcel("ZT3333");
            for (int i = 0; i < 78; i++) {
                far = table.grey();
                near = label.grey();
            }
            assertEquals(List.of("JD2222"), codes(far).stream().map(LabelCode::text).toList());
            assertEquals(List.of("JD2222"), codes(near).stream().map(LabelCode::text).toList());
        }
    }

    @Test
    void tableRemembersTheParcelThatASlowerCameraStillSees() {
        DemoTable table = new DemoTable(10, "A");
        assertEquals("A", table.at(20).waybill());
        table.nextParcel("B");
        assertEquals("B", table.at(30).waybill());
        assertEquals("A", table.at(29).waybill());
        assertEquals(30, table.at(45).start());
        assertEquals(30, table.at(115).start());
        table.nextParcel("B");
        assertEquals(116, table.at(116).start());
        assertEquals(30, table.at(115).start());
        assertEquals("B", table.at(116).before());
    }

    @Test
    void camerasOfOneProcessStampByTheSameClock() throws Exception {
        try (Camera one = Cameras.open("demo:?size=320x180", CLOCK);
                Camera two = Cameras.openBeside(one, "demo:?size=320x180&view=label", CLOCK)) {
            for (int i = 0; i < 5; i++) {
                long before = System.nanoTime();
                try (Shot first = one.next().orElseThrow();
                        Shot second = two.next().orElseThrow()) {
                    assertTrue(first.arrivalNanos() >= before);
                    assertTrue(second.arrivalNanos() >= before);
                    assertTrue(second.arrivalNanos() <= System.nanoTime());
                }
            }
            assertEquals(one.openedAt(), two.openedAt());
        }
    }
}
