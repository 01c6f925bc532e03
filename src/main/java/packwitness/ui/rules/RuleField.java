package packwitness.ui.rules;

import packwitness.platform.PlatformRule;

import java.util.function.Function;
import java.util.stream.Collectors;

/** One value of a rule as text, by its name in the file. */
enum RuleField {
    MOST("images.most", rule -> String.valueOf(rule.images().most())),
    BYTES("images.bytes", rule -> String.valueOf(rule.images().bytes())),
    PIXELS("images.pixels", rule -> String.valueOf(rule.images().pixels())),
    FORMATS(
            "images.formats",
            rule ->
                    rule.images().formats().stream()
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))),
    DOCUMENT("document_bytes", rule -> rule.documentBytes().map(String::valueOf).orElse("")),
    LEAST("text.least", rule -> String.valueOf(rule.text().least())),
    LONGEST("text.most", rule -> String.valueOf(rule.text().most())),
    TEXT_BYTES(
            "text.bytes",
            rule ->
                    rule.text().bytes().isPresent()
                            ? String.valueOf(rule.text().bytes().getAsInt())
                            : ""),
    NAMES("names", rule -> String.valueOf(rule.names())),
    HOURS(
            "deadline.hours",
            rule -> rule.deadline().map(limit -> String.valueOf(limit.hours())).orElse("")),
    SOURCE("source", PlatformRule::source),
    CHECKED_ON("checked_on", rule -> rule.checkedOn().toString()),
    CHECKED_BY("checked_by", PlatformRule::checkedBy);

    private final String path;
    private final Function<PlatformRule, String> value;

    RuleField(String path, Function<PlatformRule, String> value) {
        this.path = path;
        this.value = value;
    }

    String of(PlatformRule rule) {
        return value.apply(rule);
    }

    /** Returns the name to change; a deadline goes as a whole. */
    String path(String typed) {
        return this == HOURS && typed.isBlank() ? "deadline" : path;
    }

    /** Returns the word of the file for what was typed; {@code none} for nothing. */
    static String word(String typed) {
        return typed.isBlank() ? "none" : typed.strip();
    }
}
