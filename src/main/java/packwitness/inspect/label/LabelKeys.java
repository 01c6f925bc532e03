package packwitness.inspect.label;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Public keys of producing services and what they sign: data that the owner can load, for the
 * standard fixes neither. SM2 with SM3 only. Immutable, usable from any thread.
 */
public final class LabelKeys {
    /** The user id of GM/T 0009 where a service names none. */
    private static final String USUAL_USER = "1234567812345678";

    private static final int RAW_SIGNATURE = 64;
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z0-9]{1,30})\\}");
    private static final Pattern INNER =
            Pattern.compile("\"[Ss]ign(?:ature)?(?:Value)?\"\\s{0,9}:\\s{0,9}\"([^\"]{80,400})\"");

    /** One service: the beginning of its code or name, its key, and what it signs. */
    private record Key(String producer, ECPublicKeyParameters point, String user, String message) {}

    private final List<Key> keys;

    private LabelKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Returns the list without keys: no signature can be checked. */
    public static LabelKeys none() {
        return new LabelKeys(List.of());
    }

    /**
     * Reads a YAML list of {@code producer}, {@code key} (65 bytes of an SM2 point in hexadecimal),
     * {@code message} (names of fields in braces, in the order signed) and, where it is not the
     * usual one, {@code user}. What cannot be understood is left out.
     */
    public static LabelKeys of(String yaml) {
        List<Key> keys = new ArrayList<>();
        try {
            Object all =
                    new Load(LoadSettings.builder().setMaxAliasesForCollections(10).build())
                            .loadFromString(yaml);
            if (all instanceof List<?> list)
                for (Object one : list)
                    if (one instanceof Map<?, ?> map) key(map).ifPresent(keys::add);
        } catch (YamlEngineException damaged) {
            // A damaged list vouches for nobody.
            return none();
        }
        return new LabelKeys(keys);
    }

    /** Returns how many services have a key here. */
    public int size() {
        return keys.size();
    }

    /** Returns the label with the signature in ReservedCode1 checked, where its key is here. */
    public AigcLabel checked(AigcLabel label) {
        if (label.signature() != LabelSignature.NOT_CHECKABLE) return label;
        for (Key key : keys)
            if (label.producer().text().startsWith(key.producer()))
                return label.withSignature(
                        holds(key, label) ? LabelSignature.GOOD : LabelSignature.BAD);
        return label;
    }

    private static boolean holds(Key key, AigcLabel label) {
        byte[] signature = signature(label.reserved1());
        DSAEncoding form =
                signature.length == RAW_SIGNATURE
                        ? PlainDSAEncoding.INSTANCE
                        : StandardDSAEncoding.INSTANCE;
        SM2Signer signer = new SM2Signer(form);
        byte[] user = key.user().getBytes(StandardCharsets.UTF_8);
        signer.init(false, new ParametersWithID(key.point(), user));
        byte[] message = message(key, label).getBytes(StandardCharsets.UTF_8);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private static String message(Key key, AigcLabel label) {
        Matcher fields = FIELD.matcher(key.message());
        return fields.replaceAll(field -> Matcher.quoteReplacement(value(field.group(1), label)));
    }

    private static String value(String field, AigcLabel label) {
        return switch (field) {
            case "Label" -> label.value();
            case "ContentProducer" -> label.producer().text();
            case "ProduceID" -> label.produceId();
            case "ContentPropagator" -> label.propagator().text();
            case "PropagateID" -> label.propagateId();
            default -> "";
        };
    }

    private static byte[] signature(String reserved) {
        Matcher inner = INNER.matcher(reserved);
        String text = inner.find() ? inner.group(1) : reserved.strip();
        try {
            return text.matches("(?:[0-9a-fA-F]{2})+")
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }

    private static Optional<Key> key(Map<?, ?> map) {
        Optional<String> producer = text(map, "producer");
        Optional<String> point = text(map, "key");
        Optional<String> message = text(map, "message");
        if (producer.isEmpty() || point.isEmpty() || message.isEmpty()) return Optional.empty();
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        try {
            ECPublicKeyParameters key =
                    new ECPublicKeyParameters(
                            curve.getCurve().decodePoint(HexFormat.of().parseHex(point.get())),
                            new ECDomainParameters(curve));
            String user = text(map, "user").orElse(USUAL_USER);
            return Optional.of(new Key(producer.get(), key, user, message.get()));
        } catch (IllegalArgumentException noPoint) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null || value.toString().isBlank()
                ? Optional.empty()
                : Optional.of(value.toString());
    }
}
