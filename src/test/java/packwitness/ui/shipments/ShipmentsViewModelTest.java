package packwitness.ui.shipments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.ledger.Bracket;
import packwitness.orders.OrderImport;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentProblem;
import packwitness.shipment.Take;
import packwitness.shipment.TakeState;
import packwitness.shipment.View;
import packwitness.ui.kit.Background;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

class ShipmentsViewModelTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final FakeIndex index = new FakeIndex();
    private final ShipmentsViewModel model =
            new ShipmentsViewModel(index, new Background(worker::add, Runnable::run));

    @Test
    void onlyTheNewestQuestionIsAnswered() {
        model.asked().set("1");
        model.asked().set("12");
        work();
        assertEquals(List.of("12"), index.asked);
        assertTrue(model.searched().get());
    }

    @Test
    void aParcelOpensItsPage() {
        model.open(new ShipmentId(1));
        work();
        assertEquals(
                new WaybillNo("SF1234567890123"),
                model.page().get().orElseThrow().shipment().waybill());
    }

    @Test
    void aHoldWithoutAReasonIsNotPut() {
        model.open(new ShipmentId(1));
        work();
        model.holdReason().set("  ");
        model.hold(true);
        work();
        assertEquals(List.of(), index.holds);
        model.holdReason().set("买家说少发");
        model.hold(true);
        work();
        assertEquals(List.of("买家说少发"), index.holds);
        assertEquals("", model.holdReason().get());
    }

    @Test
    void aParcelThatIsGoneIsExplained() {
        model.open(new ShipmentId(99));
        work();
        assertNotNull(model.trouble().get());
    }

    @Test
    void theFilmBeginsWhereTheWaybillWasRead() {
        assertEquals(Duration.ofSeconds(4), ShipmentsViewModel.labelOf(take(4)));
    }

    private void work() {
        while (!worker.isEmpty()) worker.remove().run();
    }

    private static Take take(long seenAfter) {
        Instant begin = Instant.parse("2026-11-22T06:00:00Z");
        return new Take(
                new TakeId(1),
                1,
                View.OVERVIEW,
                TakeState.SEALED,
                "1",
                "demo:",
                "videos/a.mp4",
                begin,
                1,
                Optional.of(
                        new Take.Stop(
                                2,
                                100,
                                Sha256.ZERO,
                                Sha256.ZERO,
                                Optional.empty(),
                                1,
                                300,
                                0,
                                300,
                                30,
                                0,
                                299,
                                begin,
                                begin.plusSeconds(10),
                                "closed",
                                List.of())),
                List.of(
                        new Take.Sighting("X", "QR", 1, begin, false),
                        new Take.Sighting("SF", "128", 9, begin.plusSeconds(seenAfter), true)),
                List.of(),
                List.of());
    }

    /** Knows one parcel without a recording. */
    private static final class FakeIndex implements ShipmentService {
        private final List<String> asked = new ArrayList<>();
        private final List<String> holds = new ArrayList<>();

        @Override
        public List<Shipment> find(String text, int limit) {
            asked.add(text);
            return List.of();
        }

        @Override
        public Optional<Shipment> show(ShipmentId id) {
            if (id.value() != 1) return Optional.empty();
            return Optional.of(
                    new Shipment(
                            id,
                            new WaybillNo("SF1234567890123"),
                            true,
                            List.of(),
                            "1",
                            Instant.EPOCH,
                            Instant.EPOCH,
                            holds.stream().findFirst(),
                            List.of(),
                            List.of(),
                            0));
        }

        @Override
        public void hold(ShipmentId id, boolean on, String why) {
            holds.add(why);
        }

        @Override
        public Path video(Take take) {
            return Path.of(take.file());
        }

        @Override
        public Path still(Take.Still still) {
            return Path.of(still.file());
        }

        @Override
        public Bracket bracket(Take take) {
            return new Bracket(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public OrderImport.Imported importOrders(Path file) throws Failure {
            throw new Failure(ShipmentProblem.NOT_ARMED);
        }

        @Override
        public void viewed(ShipmentId id) {}
    }
}
