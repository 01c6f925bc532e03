package packwitness.law;

import packwitness.value.Failure;
import packwitness.value.Wording;
import packwitness.yaml.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule that moves the tier which the amounts alone would give, or only names alternatives.
 *
 * @param replacesAlternatives whether the tier given replaces the alternatives found before
 */
record TierRule(
        String id,
        Condition when,
        Optional<Tier> tier,
        boolean replacesAlternatives,
        List<Tier> alternatives,
        boolean stop,
        List<String> warn,
        Wording why) {

    static TierRule of(Node node) throws Failure {
        List<Tier> named = tiers(node.at("tier"));
        return new TierRule(
                node.at("id").text(),
                Condition.of(node.at("when")),
                named.stream().findFirst(),
                !named.isEmpty(),
                tiers(node.at("alternatives")),
                node.at("stop").flag(false),
                node.at("warn").texts(),
                node.at("why").wording());
    }

    static List<Tier> tiers(Node node) throws Failure {
        List<Tier> result = new ArrayList<>();
        for (String name : node.texts()) {
            result.add(Tier.valueOf(name));
        }
        return List.copyOf(result);
    }
}
