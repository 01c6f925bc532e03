package packwitness.inspect.label;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One implicit label of GB 45438-2025, as it stands in the file.
 *
 * @param place carrier such as {@code png-itxt-xmp} or {@code exif-usercomment}
 * @param value the field Label: 1 is, 2 may be, 3 is suspected to be generated; empty where unread
 * @param faults departures from the standard; a label with {@code readable} false says nothing
 * @param raw the text of the label, cut at 4096 characters
 */
public record AigcLabel(
        String place,
        boolean readable,
        String value,
        ServiceCode producer,
        String produceId,
        ServiceCode propagator,
        String propagateId,
        String reserved1,
        String reserved2,
        LabelSignature signature,
        List<String> faults,
        String raw) {
    public AigcLabel {
        faults = List.copyOf(faults);
    }

    AigcLabel withFault(String fault) {
        List<String> more = new ArrayList<>(faults);
        more.add(fault);
        return with(signature, more);
    }

    AigcLabel withSignature(LabelSignature checked) {
        return with(checked, faults);
    }

    private AigcLabel with(LabelSignature checked, List<String> named) {
        return new AigcLabel(
                place,
                readable,
                value,
                producer,
                produceId,
                propagator,
                propagateId,
                reserved1,
                reserved2,
                checked,
                named,
                raw);
    }

    /** Returns plain maps, lists and strings. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("place", place);
        map.put("readable", readable);
        map.put("label", value);
        map.put("producer", producer.text());
        map.put("producer_code", producer.toMap());
        map.put("produce_id", produceId);
        map.put("propagator", propagator.text());
        map.put("propagator_code", propagator.toMap());
        map.put("propagate_id", propagateId);
        map.put("reserved_code_1", reserved1);
        map.put("reserved_code_2", reserved2);
        map.put("signature", signature.name());
        map.put("faults", faults);
        map.put("raw", raw);
        return map;
    }
}
