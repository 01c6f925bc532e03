package packwitness.inspect;

import packwitness.inspect.c2pa.C2paReport;
import packwitness.inspect.label.AigcLabel;
import packwitness.inspect.label.CameraTrace;
import packwitness.inspect.label.GeneratorTrace;
import packwitness.value.Lang;
import packwitness.value.Sha256;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one received file says, in separate answers.
 *
 * @param received hash of the bytes as received
 * @param bytes length of the received file
 * @param container such as {@code JPEG} or {@code PNG}, {@code none} where it is no picture
 * @param width in pixels as the header states, 0 where unknown
 * @param height in pixels as the header states, 0 where unknown
 * @param software the program named as the last writer, empty where none is
 * @param speaksForTheBuyer signs that support the buyer, also contained in {@code signs}
 * @param damage what could not be read, in English key words
 * @param trustList name of the list the signers were checked against
 * @param judgedOn the day (UTC) on which certificates were judged; a day and no moment, so that the
 *     same bytes give the same words
 */
public record Inspection(
        Sha256 received,
        long bytes,
        String container,
        int width,
        int height,
        FindingKind finding,
        List<Sign> signs,
        List<AigcLabel> labels,
        C2paReport c2pa,
        List<GeneratorTrace> traces,
        CameraTrace camera,
        String software,
        List<Sign> speaksForTheBuyer,
        List<String> damage,
        String trustList,
        LocalDate judgedOn) {
    public Inspection {
        signs = List.copyOf(signs);
        labels = List.copyOf(labels);
        traces = List.copyOf(traces);
        speaksForTheBuyer = List.copyOf(speaksForTheBuyer);
        damage = List.copyOf(damage);
    }

    /** Returns what the finding says, proves and does not prove. */
    public FindingWords words(Lang lang) {
        return finding.words(lang);
    }

    /** Returns plain maps, lists, strings, numbers and booleans, ready to be written as JSON. */
    public Map<String, Object> toMap() {
        return toMap(Lang.ZH);
    }

    /** Returns the same with its sentences in this language. */
    public Map<String, Object> toMap(Lang lang) {
        FindingWords words = words(lang);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("received", received.hex());
        map.put("bytes", bytes);
        map.put("container", container);
        map.put("width", width);
        map.put("height", height);
        map.put("finding", finding.name());
        map.put("says", words.says());
        map.put("proves", words.proves());
        map.put("does_not_prove", words.doesNotProve());
        map.put("signs", signs.stream().map(sign -> sign.toMap(lang)).toList());
        map.put("labels", labels.stream().map(AigcLabel::toMap).toList());
        map.put("c2pa", c2pa.toMap());
        map.put("traces", traces.stream().map(GeneratorTrace::toMap).toList());
        map.put("camera", camera.toMap());
        map.put("software", software);
        map.put(
                "speaks_for_the_buyer",
                speaksForTheBuyer.stream().map(sign -> sign.toMap(lang)).toList());
        map.put("damage", damage);
        map.put("trust_list", trustList);
        map.put("judged_on", judgedOn.toString());
        return map;
    }
}
