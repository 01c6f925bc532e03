package packwitness.inspect.label;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text key that a generator uses, with the form that its content must have.
 *
 * @param keys in lower case
 */
record TextKeyRule(Set<String> keys, Pattern content, String maker) {
    /** The places where texts have keys. */
    private static final Set<String> PLACES =
            Set.of(
                    "png-text",
                    "png-itxt",
                    "png-ztxt",
                    "bmff-keys",
                    "bmff-udta",
                    "mkv-tag",
                    "avi-info",
                    "webp-info");

    private static final List<TextKeyRule> RULES =
            List.of(
                    rule("parameters", "\"sui_image_params\"", "SwarmUI"),
                    rule(
                            "parameters",
                            "Negative prompt:|Steps: \\d{1,5}, ",
                            "Stable Diffusion WebUI"),
                    rule("parameters", "^\\s{0,99}\\{.{0,9999}prompt", "Fooocus"),
                    rule("fooocus_scheme", "", "Fooocus"),
                    rule("prompt", "^\\s{0,99}\\{.{0,99999}\"class_type\"", "ComfyUI"),
                    rule(
                            "workflow",
                            "^\\s{0,99}\\{.{0,99999}\"(?:nodes|last_node_id)\"",
                            "ComfyUI"),
                    new TextKeyRule(
                            Set.of(
                                    "dream",
                                    "sd-metadata",
                                    "invokeai_metadata",
                                    "invokeai_graph",
                                    "invokeai_workflow"),
                            Pattern.compile(""),
                            "InvokeAI"),
                    rule("comment", "^\\s{0,99}\\{.{0,99999}\"sampler\"", "NovelAI"),
                    rule("hf-job-id", "", "Hugging Face job"));

    /** Returns the maker whose key and content these are. */
    static Optional<String> maker(Said said, String lowerKey) {
        if (!PLACES.contains(said.place())) return Optional.empty();
        return RULES.stream()
                .filter(rule -> rule.keys().contains(lowerKey))
                .filter(rule -> rule.content().matcher(said.text()).find())
                .map(TextKeyRule::maker)
                .findFirst();
    }

    private static TextKeyRule rule(String key, String content, String maker) {
        return new TextKeyRule(Set.of(key), Pattern.compile(content, Pattern.DOTALL), maker);
    }
}
