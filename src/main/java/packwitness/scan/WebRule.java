package packwitness.scan;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A carrier's web address that holds a number. Nothing is ever opened. */
record WebRule(List<String> hosts, Set<String> keys, Optional<LinePattern> path) {
    WebRule {
        hosts = List.copyOf(hosts);
        keys = Set.copyOf(keys);
    }

    /** Returns the number that an address such as {@code HTTPS://HOST/PATH?KEY=NUMBER} holds. */
    Optional<String> number(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int begin = lower.indexOf("://");
        String rest = begin < 0 ? lower : lower.substring(begin + 3);
        int end = rest.length();
        for (char c : new char[] {'/', '?', '#', ':'}) {
            int at = rest.indexOf(c);
            if (at >= 0) end = Math.min(end, at);
        }
        String host = rest.substring(0, end);
        if (hosts.stream().noneMatch(h -> host.equals(h) || host.endsWith("." + h)))
            return Optional.empty();
        String behind = rest.substring(end);
        for (String part : behind.split("[?&#/;]", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0 && keys.contains(part.substring(0, equals)))
                return plain(part.substring(equals + 1));
        }
        return path.flatMap(p -> p.matches(behind.toUpperCase(Locale.ROOT)))
                .map(found -> found.group(1));
    }

    private static Optional<String> plain(String value) {
        try {
            String text = URLDecoder.decode(value, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            // A per cent sign that begins nothing: the address was cut or is none.
            return Optional.empty();
        }
    }
}
