package packwitness.ledger;

import packwitness.value.ClaimId;
import packwitness.value.Fen;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a new row will say: names of lower-case letters, digits and '_', values of text; personal
 * values only by {@link #secret}. Not safe for several threads.
 */
public final class Facts {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final SortedMap<String, String> open = new TreeMap<>();
    private final SortedMap<String, String> secret = new TreeMap<>();

    private Facts() {}

    public static Facts of() {
        return new Facts();
    }

    /**
     * Adds a fact; an instant is written in milliseconds, money in fen, an empty Optional not at
     * all.
     */
    public Facts with(String name, Object value) {
        if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(present -> with(name, present));
            return this;
        }
        String text =
                switch (value) {
                    case Instant instant -> Long.toString(instant.toEpochMilli());
                    case Sha256 hash -> hash.hex();
                    case Fen fen -> Long.toString(fen.amount());
                    case Enum<?> constant -> constant.name();
                    default -> value.toString();
                };
        put(open, name, text);
        return this;
    }

    /** Adds a personal value, of which the row holds a salted hash only. */
    public Facts secret(String name, String personalValue) {
        put(secret, name, personalValue);
        return this;
    }

    public Facts shipment(ShipmentId id) {
        return with("shipment", id);
    }

    public Facts take(TakeId id) {
        return with("take", id);
    }

    public Facts claim(ClaimId id) {
        return with("claim", id);
    }

    boolean says(String name) {
        return open.containsKey(name) || secret.containsKey(name);
    }

    SortedMap<String, String> open() {
        return Collections.unmodifiableSortedMap(open);
    }

    SortedMap<String, String> secret() {
        return Collections.unmodifiableSortedMap(secret);
    }

    private void put(SortedMap<String, String> into, String name, String value) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException("name: " + name);
        if (says(name)) throw new IllegalArgumentException("said twice: " + name);
        // A lone surrogate has no UTF-8; what is hashed must read back the same.
        into.put(name, new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
