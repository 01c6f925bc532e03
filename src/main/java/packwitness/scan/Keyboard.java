package packwitness.scan;

import java.util.Map;
import java.util.Optional;

/** Another keyboard layout: what it makes of the keys of a US keyboard. */
record Keyboard(String name, Map<Integer, String> meant) {
    Keyboard {
        meant = Map.copyOf(meant);
    }

    /** Returns what the scanner meant; nothing where a character is on no key of this layout. */
    Optional<String> back(String typed) {
        StringBuilder text = new StringBuilder();
        for (int c : typed.codePoints().toArray()) {
            String key = meant.get(c);
            if (key == null && c > ' ') return Optional.empty();
            if (key == null) text.appendCodePoint(c);
            else text.append(key);
        }
        return Optional.of(text.toString());
    }
}
