package packwitness.ui.shipments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.keep.HoldReason;
import packwitness.ledger.Bracket;
import packwitness.orders.OrderImport;
import packwitness.orders.Progress;
import packwitness.shipment.FilterNames;
import packwitness.shipment.FoundPage;
import packwitness.shipment.ParcelLine;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentProblem;
import packwitness.shipment.ShipmentQuery;
import packwitness.shipment.Take;
import packwitness.shipment.Takes;
import packwitness.shipment.search.Filters;
import packwitness.shipment.search.NotFound;
import packwitness.shipment.search.PageKey;
import packwitness.storage.Cancellation;
import packwitness.ui.kit.Background;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

class ShipmentsViewModelTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final FakeIndex index = new FakeIndex();
    private final ShipmentsViewModel model =
            new ShipmentsViewModel(
                    index, new NoFilms(), new Background(worker::add, Runnable::run));

    @Test
    void onlyTheNewestQuestionIsAnswered() {
        model.asked().set("1");
        model.asked().set("12");
        work();
        assertEquals(List.of("12"), index.asked);
        assertTrue(model.searched().get());
    }

    @Test
    void whatIsWishedBeforeTheAnswerIsDoneWithTheAnswerAndNotWithTheOldList() {
        model.asked().set("many");
        work();
        model.asked().set("12");
        List<Integer> listed = new ArrayList<>();
        model.whenAnswered(() -> listed.add(model.rows().size()));
        assertEquals(List.of(), listed, "the old list is no answer");
        work();
        assertEquals(List.of(model.rows().size()), listed);
        model.whenAnswered(() -> listed.clear());
        assertEquals(List.of(), listed, "an answer that is there is not waited for");
        model.asked().set("1");
        model.whenAnswered(() -> listed.add(-1));
        model.asked().set("12");
        work();
        assertEquals(List.of(), listed, "another question drops the wish");
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
        assertEquals(Duration.ofSeconds(4), FilmViewModel.labelOf(take(4), Optional.empty()));
    }

    @Test
    void aLongListIsReadAsFarAsItIsLookedAtAndMostOfItForgotten() {
        model.asked().set("many");
        work();
        for (int i = 0; i < 20_000; i++) {
            assertEquals(new ShipmentId(100_000 - i), model.rows().get(i).id());
            work();
        }
        assertTrue(((ResultRows) model.rows()).inMemory() <= 20 * 60);
        assertEquals(ResultRows.WAITING, model.rows().get(0));
        work();
        assertEquals(new ShipmentId(100_000), model.rows().get(0).id());
    }

    @Test
    void nothingFoundIsExplained() {
        model.asked().set("SF999");
        work();
        assertEquals(NotFound.Kind.UNKNOWN, model.reasons().getFirst().kind());
        assertEquals("SF999", model.reasons().getFirst().subject());
    }

    @Test
    void theBuyerIsShownAfterTheLedgerKnows() {
        model.open(new ShipmentId(1));
        work();
        model.reveal();
        assertEquals(false, model.revealed().get());
        work();
        assertEquals(List.of(new ShipmentId(1)), index.revealed);
        assertTrue(model.revealed().get());
    }

    @Test
    void namesAndDayNarrowTheQuestionAndAreTakenOffTogether() {
        model.names().put(NameFilter.STATION, "2");
        model.names().put(NameFilter.CARRIER, "顺丰");
        model.chips().add(ShipmentsViewModel.Chip.TODAY);
        model.day().set(Optional.of(LocalDate.of(2026, 11, 20)));
        work();
        Filters asked = index.filters.getLast();
        assertEquals(Optional.of("2"), asked.station());
        assertEquals(Optional.of("顺丰"), asked.carrier());
        assertEquals(Instant.parse("2026-11-20T00:00:00Z"), asked.from());
        assertEquals(Instant.parse("2026-11-21T00:00:00Z"), asked.to());
        assertTrue(model.chips().isEmpty(), "another day takes today off");
        assertTrue(model.filtered().get());
        index.filters.clear();
        model.clearFilters();
        work();
        assertEquals(List.of(Filters.none()), index.filters);
        assertEquals(false, model.filtered().get());
        model.asked().set("1");
        index.filters.clear();
        model.showOnly(LocalDate.of(2026, 11, 21), Optional.of("1"));
        work();
        assertEquals("", model.asked().get());
        assertEquals(1, index.filters.size());
        assertEquals(Optional.of("1"), index.filters.getFirst().station());
    }

    private void work() {
        while (!worker.isEmpty()) worker.remove().run();
    }

    private static Take take(long seenAfter) {
        Instant begin = Instant.parse("2026-11-22T06:00:00Z");
        return Takes.sealed(
                begin,
                Duration.ofSeconds(10),
                300,
                30,
                Sha256.ZERO,
                List.of(
                        new Take.Sighting("X", "QR", 1, begin, false),
                        new Take.Sighting("SF", "128", 9, begin.plusSeconds(seenAfter), true)));
    }

    /** Knows one parcel without a recording. */
    private static final class FakeIndex implements ShipmentService {
        private final List<String> asked = new ArrayList<>();
        private final List<Filters> filters = new ArrayList<>();
        private final List<String> holds = new ArrayList<>();
        private final List<ShipmentId> revealed = new ArrayList<>();

        @Override
        public FoundPage<ParcelLine> find(
                ShipmentQuery query, Optional<PageKey> after, Cancellation cancellation) {
            cancellation.check();
            asked.add(query.text());
            filters.add(query.filters());
            if (!query.text().equals("many")) return new FoundPage<>(List.of(), Optional.empty());
            int from = after.map(key -> (int) key.before()).orElse(100_000);
            List<ParcelLine> page = new ArrayList<>();
            for (int id = from; id > Math.max(0, from - query.limit()); id--) page.add(line(id));
            int last = from - page.size();
            return new FoundPage<>(
                    page,
                    last == 0
                            ? Optional.empty()
                            : Optional.of(new PageKey(0, PageKey.Part.ANYWHERE, last)));
        }

        private static ParcelLine line(int id) {
            return new ParcelLine(
                    new ShipmentId(id),
                    new WaybillNo("SF" + id),
                    true,
                    "1",
                    Instant.EPOCH,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    true,
                    false,
                    0);
        }

        @Override
        public List<NotFound> why(String text) {
            return List.of(
                    new NotFound(NotFound.Kind.UNKNOWN, text, Optional.empty(), Optional.empty()));
        }

        @Override
        public FilterNames names() {
            return new FilterNames(
                    List.of("1", "2"), List.of("王师傅"), List.of("douyin"), List.of("顺丰"));
        }

        @Override
        public LocalDate today() {
            return LocalDate.of(2026, 11, 22);
        }

        @Override
        public Instant begin(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        @Override
        public Path file(String relative) {
            return Path.of(relative);
        }

        @Override
        public Optional<Instant> gone(Take take) {
            return Optional.empty();
        }

        @Override
        public void revealed(ShipmentId id) {
            revealed.add(id);
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
        public List<HoldReason> holds(ShipmentId id) {
            return List.of();
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
        public OrderImport.Imported importOrders(Path file, Progress progress) throws Failure {
            throw new Failure(ShipmentProblem.NOT_ARMED);
        }

        @Override
        public void viewed(ShipmentId id) {}
    }
}
