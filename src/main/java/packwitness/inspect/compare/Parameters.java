package packwitness.inspect.compare;

import packwitness.value.Sha256;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * All numbers that decide how a comparison comes out, gathered from the classes that use them, so
 * that measured error rates can be tied to the comparison they were measured on.
 */
public final class Parameters {
    /** To be raised when the way of comparing changes and no number does. */
    private static final int METHOD = 5;

    private static final List<Class<?>> DECIDING =
            List.of(
                    Alignment.class,
                    Corners.class,
                    Evidence.class,
                    Judgement.class,
                    LeastSquares.class,
                    Likeness.class,
                    Parameters.class,
                    PictureReader.class,
                    Prediction.class,
                    Refinement.class,
                    RegionFinder.class,
                    Registration.class,
                    Sight.class,
                    Swim.class,
                    Texture.class,
                    Tone.class);

    private Parameters() {}

    /** Returns the hash of {@link #text()}, shortened to 16 hexadecimal digits. */
    public static String fingerprint() {
        return Sha256.of(text().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    /** Returns every number as a line {@code Class.NAME=value}, sorted. */
    public static String text() {
        TreeMap<String, String> all = new TreeMap<>();
        for (Class<?> owner : DECIDING)
            for (Field field : owner.getDeclaredFields())
                if (isNumbers(field))
                    all.put(owner.getSimpleName() + "." + field.getName(), value(field));
        StringJoiner lines = new StringJoiner("\n");
        all.forEach((name, value) -> lines.add(name + "=" + value));
        return lines.toString();
    }

    private static boolean isNumbers(Field field) {
        int modifiers = field.getModifiers();
        if (!Modifier.isStatic(modifiers) || !Modifier.isFinal(modifiers)) return false;
        Class<?> type = field.getType();
        while (type.isArray()) type = type.componentType();
        return type.isPrimitive() && type != boolean.class;
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return plain(field.get(null));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String plain(Object value) {
        if (!value.getClass().isArray()) return String.valueOf(value);
        StringJoiner values = new StringJoiner(" ");
        for (int i = 0; i < Array.getLength(value); i++) values.add(plain(Array.get(value, i)));
        return values.toString();
    }
}
