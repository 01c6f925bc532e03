package packwitness.ui.figures;

import javafx.scene.Node;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;

import packwitness.claim.ClaimStatistics;
import packwitness.shop.DayFigures;
import packwitness.ui.kit.Platforms;
import packwitness.ui.kit.Words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.ToIntFunction;

/** Small charts where people rather look than read; each says in words what it shows. */
final class Charts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final double HEIGHT = 190;

    private Charts() {}

    static Node hours(DayFigures day, Words words) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        for (int hour = 0; hour < day.parcelsByHour().size(); hour++)
            series.getData()
                    .add(new XYChart.Data<>(String.valueOf(hour), day.parcelsByHour().get(hour)));
        BarChart<String, Number> chart = new BarChart<>(new CategoryAxis(), whole());
        chart.setCategoryGap(2);
        chart.setLegendVisible(false);
        chart.getData().add(series);
        return finished(chart, words.say("ui.figures.by-hour.said", day.parcels()));
    }

    static Node days(DayFigures day, Words words) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        LocalDate first = day.day().minusDays(DayFigures.DAYS - 1L);
        for (int i = 0; i < day.parcelsByDay().size(); i++)
            series.getData()
                    .add(
                            new XYChart.Data<>(
                                    DAY.format(first.plusDays(i)), day.parcelsByDay().get(i)));
        BarChart<String, Number> chart = new BarChart<>(new CategoryAxis(), whole());
        chart.setCategoryGap(14);
        chart.setLegendVisible(false);
        chart.getData().add(series);
        int all = day.parcelsByDay().stream().mapToInt(Integer::intValue).sum();
        return finished(chart, words.say("ui.figures.by-day.said", all));
    }

    static Node outcomes(List<ClaimStatistics.Group> groups, Words words) {
        StackedBarChart<String, Number> chart = new StackedBarChart<>(new CategoryAxis(), whole());
        chart.setCategoryGap(30);
        chart.getStyleClass().add("outcome-chart");
        chart.getData().add(series(groups, "WON", ClaimStatistics.Group::won, words));
        chart.getData().add(series(groups, "LOST", ClaimStatistics.Group::lost, words));
        chart.getData().add(series(groups, "OPEN", ClaimStatistics.Group::open, words));
        return finished(chart, words.say("ui.figures.by-platform.said", groups.size()));
    }

    private static XYChart.Series<String, Number> series(
            List<ClaimStatistics.Group> groups,
            String state,
            ToIntFunction<ClaimStatistics.Group> count,
            Words words) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        series.setName(words.say("ui.claim.state." + state));
        for (ClaimStatistics.Group group : groups)
            series.getData()
                    .add(
                            new XYChart.Data<>(
                                    Platforms.name(group.name(), words), count.applyAsInt(group)));
        return series;
    }

    private static NumberAxis whole() {
        NumberAxis axis = new NumberAxis();
        axis.setMinorTickVisible(false);
        axis.setForceZeroInRange(true);
        axis.setTickLabelFormatter(new WholeNumbers());
        return axis;
    }

    private static Node finished(XYChart<String, Number> chart, String said) {
        chart.setAnimated(false);
        chart.setMinHeight(HEIGHT);
        chart.setPrefHeight(HEIGHT);
        chart.setMinWidth(0);
        chart.getStyleClass().add("small-chart");
        chart.setAccessibleText(said);
        return chart;
    }
}
