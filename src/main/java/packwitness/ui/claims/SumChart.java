package packwitness.ui.claims;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import packwitness.law.Line;
import packwitness.ui.kit.Words;
import packwitness.value.Fen;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The sums of the buyer's claims as they grew, against the lines of the law; legend beside it. */
final class SumChart {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final double HEIGHT = 200;
    private static final double SAMPLE = 34;
    private static final double FEN = 100;
    private static final double HEAD_ROOM = 1.15;
    private static final int TICKS = 8;

    private final SumLines sums;
    private final Words words;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<XYChart.Series<Number, Number>, String> styles = new IdentityHashMap<>();
    private final FlowPane legend = new FlowPane(22, 4);
    private final LineChart<Number, Number> chart;

    private SumChart(SumLines sums, Words words) {
        this.sums = sums;
        this.words = words;
        this.first = sums.confirmed().getFirst().day().minusDays(2);
        this.last = sums.confirmed().getLast().day().plusDays(2);
        this.chart = new LineChart<>(days(), yuan());
        chart.setId("sum-chart");
        chart.getStyleClass().add("sum-chart");
        chart.setCreateSymbols(false);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setMinHeight(HEIGHT);
        chart.setPrefHeight(HEIGHT);
        chart.setMaxHeight(HEIGHT);
        legend.setId("sum-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
    }

    static Node of(SumLines sums, Words words) {
        return new SumChart(sums, words).draw();
    }

    private Node draw() {
        Fen confirmed = SumLines.last(sums.confirmed());
        Fen counted = SumLines.last(sums.counted());
        int number = 0;
        for (Line line : sums.lines())
            add(
                    flat(line.from()),
                    "sum-line-" + Math.min(2, number++),
                    words.say(
                            "ui.buyer.chart.line",
                            sums.place().map(one -> one.place().in(words.lang().get())).orElse(""),
                            line.name().in(words.lang().get()),
                            line.from().yuan()));
        add(
                steps(sums.confirmed()),
                "sum-confirmed",
                words.say("ui.buyer.chart.confirmed", confirmed.yuan()));
        add(
                steps(sums.counted()),
                "sum-counted",
                words.say("ui.buyer.chart.counted", counted.yuan()));
        // Each series that is added takes the styles of those before it away again.
        styles.forEach((series, style) -> series.getNode().getStyleClass().add(style));
        chart.setAccessibleText(
                words.say(
                        "ui.buyer.chart.said",
                        sums.confirmed().size(),
                        confirmed.yuan(),
                        counted.yuan()));
        return new VBox(4, legend, chart);
    }

    private void add(XYChart.Series<Number, Number> series, String style, String says) {
        chart.getData().add(series);
        styles.put(series, style);
        // The sample wears the very style of the line, so that the two can never differ.
        javafx.scene.shape.Line sample = new javafx.scene.shape.Line(0, 0, SAMPLE, 0);
        sample.getStyleClass().addAll("sum-sample", style);
        HBox row = new HBox(8, sample, new Label(says));
        row.setAlignment(Pos.CENTER_LEFT);
        legend.getChildren().addFirst(row);
    }

    private XYChart.Series<Number, Number> flat(Fen amount) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        point(series, first, amount);
        point(series, last, amount);
        return series;
    }

    private XYChart.Series<Number, Number> steps(List<SumLines.Point> points) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        Fen before = Fen.ZERO;
        point(series, first, before);
        for (SumLines.Point point : points) {
            point(series, point.day(), before);
            before = point.sum();
            point(series, point.day(), before);
        }
        point(series, last, before);
        return series;
    }

    private static void point(XYChart.Series<Number, Number> series, LocalDate day, Fen sum) {
        series.getData().add(new XYChart.Data<>(day.toEpochDay(), sum.amount() / FEN));
    }

    private NumberAxis days() {
        long all = last.toEpochDay() - first.toEpochDay();
        NumberAxis axis =
                new NumberAxis(
                        first.toEpochDay(),
                        last.toEpochDay(),
                        Math.max(1, Math.ceil((double) all / TICKS)));
        axis.setTickLabelFormatter(new Days(first));
        axis.setMinorTickVisible(false);
        return axis;
    }

    private NumberAxis yuan() {
        double top = SumLines.last(sums.confirmed()).amount() / FEN;
        for (Line line : sums.lines()) top = Math.max(top, line.from().amount() / FEN);
        double step = round(top * HEAD_ROOM / 4);
        NumberAxis axis = new NumberAxis(0, step * Math.ceil(top * HEAD_ROOM / step), step);
        axis.setMinorTickVisible(false);
        axis.setLabel(words.say("ui.buyer.chart.yuan"));
        return axis;
    }

    /** Rounds up to 1, 2 or 5 and zeros. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, step))));
        for (double times : List.of(1.0, 2.0, 5.0)) if (step <= times * power) return times * power;
        return 10 * power;
    }

    /** Days of the chart as month and day; the year is that of the first one or the next. */
    static final class Days extends StringConverter<Number> {
        private final LocalDate first;

        Days(LocalDate first) {
            this.first = first;
        }

        @Override
        public String toString(Number day) {
            return DAY.format(LocalDate.ofEpochDay(day.longValue()));
        }

        @Override
        public Number fromString(String text) {
            LocalDate day = MonthDay.parse(text, DAY).atYear(first.getYear());
            return (day.isBefore(first) ? day.plusYears(1) : day).toEpochDay();
        }
    }
}
