package packwitness.law;

import packwitness.value.Failure;
import packwitness.yaml.Node;

import java.time.LocalDate;

/** A length of time in the calendar, as the data writes it. */
record Span(int years, int months, int days) {
    static Span of(Node node) throws Failure {
        return new Span(part(node.at("years")), part(node.at("months")), part(node.at("days")));
    }

    private static int part(Node node) throws Failure {
        return node.isAbsent() ? 0 : node.whole();
    }

    LocalDate after(LocalDate day) {
        return day.plusYears(years).plusMonths(months).plusDays(days);
    }

    LocalDate before(LocalDate day) {
        return day.minusYears(years).minusMonths(months).minusDays(days);
    }
}
