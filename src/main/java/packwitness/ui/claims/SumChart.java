package packwitness.ui.claims;

import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;

import packwitness.claim.BuyerLink;
import packwitness.claim.RefundClaim;
import packwitness.law.ForumResult;
import packwitness.ui.kit.Words;
import packwitness.value.Fen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sum of the buyer's claims as it grew, against the next line of the law. */
final class SumChart {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final double HEIGHT = 210;
    private static final double FEN = 100;

    private SumChart() {}

    /** Draws this claim with those that the owner holds for the same person's. */
    static Node of(RefundClaim claim, Standing standing, Words words) {
        List<RefundClaim> all = new ArrayList<>(List.of(claim));
        standing.links().stream()
                .filter(link -> link.said().orElse(false))
                .map(BuyerLink::other)
                .forEach(all::add);
        all.sort(Comparator.comparing(RefundClaim::filedOn));
        LocalDate first = all.getFirst().filedOn().minusDays(2);
        LocalDate last = all.getLast().filedOn().plusDays(2);
        XYChart.Series<Number, Number> sum = new XYChart.Series<>();
        sum.setName(words.say("ui.buyer.chart.sum"));
        double total = 0;
        point(sum, first, 0);
        for (RefundClaim one : all) {
            point(sum, one.filedOn(), total);
            total += one.amount().amount() / FEN;
            point(sum, one.filedOn(), total);
        }
        point(sum, last, total);
        NumberAxis days = new NumberAxis(first.toEpochDay(), last.toEpochDay(), step(first, last));
        days.setTickLabelFormatter(new Days());
        days.setMinorTickVisible(false);
        NumberAxis yuan = new NumberAxis();
        yuan.setMinorTickVisible(false);
        yuan.setLabel(words.say("ui.buyer.chart.yuan"));
        LineChart<Number, Number> chart = new LineChart<>(days, yuan);
        chart.setId("sum-chart");
        chart.getStyleClass().add("sum-chart");
        chart.setCreateSymbols(false);
        chart.setAnimated(false);
        chart.getData().add(sum);
        next(standing.law().forums(), total)
                .ifPresent(line -> {
                    XYChart.Series<Number, Number> threshold = new XYChart.Series<>();
                    threshold.setName(
                            words.say(
                                    "ui.buyer.chart.line",
                                    line.forum().place().in(words.lang().get()),
                                    line.from().yuan()));
                    double at = line.from().amount() / FEN;
                    point(threshold, first, at);
                    point(threshold, last, at);
                    chart.getData().add(threshold);
                });
        chart.setMinHeight(HEIGHT);
        chart.setPrefHeight(HEIGHT);
        chart.setMaxHeight(HEIGHT);
        chart.setAccessibleText(
                words.say(
                        "ui.buyer.chart.said",
                        all.size(),
                        new Fen(Math.round(total * FEN)).yuan()));
        return chart;
    }

    private static void point(XYChart.Series<Number, Number> series, LocalDate day, double yuan) {
        series.getData().add(new XYChart.Data<>(day.toEpochDay(), yuan));
    }

    private static double step(LocalDate first, LocalDate last) {
        return Math.max(1, Math.ceil((last.toEpochDay() - first.toEpochDay()) / 8.0));
    }

    private record Line(ForumResult forum, Fen from) {}

    /** The next line above the sum in the place that decides. */
    private static Optional<Line> next(List<ForumResult> forums, double yuan) {
        for (ForumResult forum : forums)
            for (Optional<Fen> figure :
                    List.of(
                            forum.figures().large(),
                            forum.figures().huge(),
                            forum.figures().especiallyHuge()))
                if (figure.isPresent() && figure.get().amount() / FEN > yuan)
                    return Optional.of(new Line(forum, figure.get()));
        return Optional.empty();
    }

    private static final class Days extends StringConverter<Number> {
        @Override
        public String toString(Number day) {
            return DAY.format(LocalDate.ofEpochDay(day.longValue()));
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException();
        }
    }
}
