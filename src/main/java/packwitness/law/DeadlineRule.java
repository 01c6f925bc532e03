package packwitness.law;

import packwitness.value.Failure;
import packwitness.value.Wording;
import packwitness.yaml.Node;

import java.time.LocalDate;
import java.util.List;

/**
 * How a deadline is counted.
 *
 * @param group what it opens or closes together with others
 * @param ofObtainedOnly whether it means nothing where no money was obtained
 * @param decides whether this reading opens or closes the group
 */
record DeadlineRule(
        String name,
        String group,
        boolean fromKnowledge,
        Span until,
        boolean atReport,
        boolean decides,
        boolean ofObtainedOnly,
        Condition when,
        List<String> provisions,
        Wording label,
        Wording reading,
        boolean remind) {

    static DeadlineRule of(Node node) throws Failure {
        return new DeadlineRule(
                node.at("name").text(),
                node.at("group").text(),
                oneOf(node.at("from"), "knowledge", "act"),
                Span.of(node.at("until")),
                oneOf(node.at("step"), "report", "filing"),
                node.at("decides").flag(false),
                oneOf(node.at("acts"), "obtained", "any"),
                Condition.of(node.at("when")),
                node.at("provisions").texts(),
                node.at("label").wording(),
                node.at("reading").wording(),
                node.at("remind").flag(true));
    }

    boolean speaksOf(Act act) {
        return !ofObtainedOnly || act.outcome() == Outcome.OBTAINED;
    }

    /** Returns the last day. */
    LocalDate lastDay(LocalDate act, LocalDate knowledge) {
        return until.after(fromKnowledge ? knowledge : act);
    }

    private static boolean oneOf(Node node, String yes, String no) throws Failure {
        String text = node.text();
        if (!text.equals(yes) && !text.equals(no)) {
            throw node.unreadable();
        }
        return text.equals(yes);
    }
}
