package packwitness.law;

import packwitness.value.Failure;
import packwitness.value.Wording;
import packwitness.yaml.Node;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule that calls for provisions and warnings.
 *
 * @param expectsVersion whether some version of what it cites should hold on any day
 */
record Rule(
        String id,
        Each each,
        Condition when,
        boolean expectsVersion,
        List<Pull> cite,
        List<Pull> may,
        List<Pull> bar,
        List<Pull> never,
        List<String> warn,
        List<Tier> alternatives,
        Wording why) {

    /** How often a rule is asked. */
    enum Each {
        CASE,
        ACT,
        FORUM
    }

    static Rule of(Node node) throws Failure {
        String each = node.at("each").optionalText().orElse("case");
        return new Rule(
                node.at("id").text(),
                switch (each) {
                    case "act" -> Each.ACT;
                    case "forum" -> Each.FORUM;
                    case "case" -> Each.CASE;
                    default -> throw node.at("each").unreadable();
                },
                Condition.of(node.at("when")),
                node.at("expects_version").flag(false),
                pulls(node.at("cite")),
                pulls(node.at("may")),
                pulls(node.at("bar")),
                pulls(node.at("never")),
                node.at("warn").texts(),
                TierRule.tiers(node.at("alternatives")),
                node.at("why").wording());
    }

    private static List<Pull> pulls(Node node) throws Failure {
        List<Pull> result = new ArrayList<>();
        for (String text : node.texts()) {
            result.add(Pull.of(text));
        }
        return List.copyOf(result);
    }
}
