package packwitness.law;

import packwitness.value.Failure;
import packwitness.yaml.Node;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A condition of the data: every part must hold. */
final class Condition {
    private interface Part {
        boolean holds(Marks marks, Statutes statutes);
    }

    private final List<Part> parts = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    static Condition of(Node node) throws Failure {
        Condition result = new Condition();
        for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
            result.parts.add(result.part(entry.getKey(), entry.getValue()));
        }
        return result;
    }

    boolean holds(Marks marks, Statutes statutes) {
        return parts.stream().allMatch(part -> part.holds(marks, statutes));
    }

    /** Returns the marks it asks about, those of nested conditions included. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    private Part part(String name, Node node) throws Failure {
        return switch (name) {
            case "any" -> {
                List<Condition> choices = nested(node);
                yield (marks, statutes) ->
                        choices.stream().anyMatch(choice -> choice.holds(marks, statutes));
            }
            case "none" -> {
                List<Condition> choices = nested(node);
                yield (marks, statutes) ->
                        choices.stream().noneMatch(choice -> choice.holds(marks, statutes));
            }
            case "in_force" -> versions(node, true);
            case "not_in_force" -> versions(node, false);
            default -> plain(name, node);
        };
    }

    private List<Condition> nested(Node node) throws Failure {
        List<Condition> choices = new ArrayList<>();
        for (Node item : node.items()) {
            Condition choice = Condition.of(item);
            names.addAll(choice.names);
            choices.add(choice);
        }
        return choices;
    }

    /** Asks whether one of the versions holds on the day named, such as act or report. */
    private Part versions(Node node, boolean expected) throws Failure {
        List<Part> days = new ArrayList<>();
        for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
            String day = entry.getKey() + "_date";
            names.add(day);
            List<String> ids = entry.getValue().texts();
            days.add((marks, statutes) ->
                    ids.stream()
                                    .map(statutes::require)
                                    .anyMatch(provision -> provision.inForceOn(marks.day(day)))
                            == expected);
        }
        return (marks, statutes) -> days.stream().allMatch(part -> part.holds(marks, statutes));
    }

    private Part plain(String name, Node node) throws Failure {
        names.add(name);
        if (!node.isMap()) {
            Set<String> wanted = Set.copyOf(node.texts());
            return (marks, statutes) -> marks.texts(name).stream().anyMatch(wanted::contains);
        }
        Optional<BigDecimal> least = number(node.at("at_least"));
        Optional<BigDecimal> below = number(node.at("below"));
        return (marks, statutes) ->
                marks.numbers(name).stream()
                        .anyMatch(value ->
                                least.map(l -> value.compareTo(l) >= 0).orElse(true)
                                        && below.map(b -> value.compareTo(b) < 0).orElse(true));
    }

    private static Optional<BigDecimal> number(Node node) throws Failure {
        return node.isAbsent() ? Optional.empty() : Optional.of(node.number());
    }
}
