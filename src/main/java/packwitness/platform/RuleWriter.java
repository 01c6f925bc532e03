package packwitness.platform;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

import packwitness.value.Wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes rules as {@link RuleReader} reads them. */
final class RuleWriter {
    private RuleWriter() {}

    static String yaml(List<PlatformRule> rules) {
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();
        return new Dump(settings)
                .dumpToString(Map.of("rules", rules.stream().map(RuleWriter::map).toList()));
    }

    static Map<String, Object> map(PlatformRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", rule.id());
        map.put("platform", both(rule.platform()));
        map.put("channel", both(rule.channel()));
        Map<String, Object> images = new LinkedHashMap<>();
        images.put("most", rule.images().most());
        images.put("bytes", rule.images().bytes());
        images.put("pixels", rule.images().pixels());
        images.put("formats", rule.images().formats().stream().map(Enum::name).toList());
        map.put("images", images);
        rule.documentBytes().ifPresent(bytes -> map.put("document_bytes", bytes));
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("least", rule.text().least());
        text.put("most", rule.text().most());
        rule.text().bytes().ifPresent(bytes -> text.put("bytes", bytes));
        map.put("text", text);
        map.put("names", rule.names());
        rule.deadline()
                .ifPresent(deadline -> {
                    Map<String, Object> until = new LinkedHashMap<>();
                    until.put("hours", deadline.hours());
                    until.put("from", both(deadline.from()));
                    map.put("deadline", until);
                });
        map.put("known", rule.known());
        map.put("source", rule.source());
        map.put("checked_on", rule.checkedOn().toString());
        map.put("checked_by", rule.checkedBy());
        return map;
    }

    private static Map<String, String> both(Wording wording) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("zh", wording.zh());
        map.put("en", wording.en());
        return map;
    }
}
