package packwitness.shipment.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a typed or pasted text may mean, the likeliest first: one number written with spaces; words
 * that must all fit; numbers inside a message, of which one must fit.
 */
public record Asked(List<Reading> readings) {
    static final int LEAST_CODE = 4;
    static final int LONGEST_CODE = 64;

    private static final int LEAST_IN_MESSAGE = 6;
    private static final int LEAST_DIGITS = 4;
    private static final int LEAST_JOINED = 8;
    private static final int MOST_WORDS = 8;
    private static final int MOST_NUMBERS = 12;
    private static final int LONGEST_TEXT = 4000;
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");
    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");

    public Asked {
        readings = List.copyOf(readings);
    }

    /** One meaning: words that must fit together, all or any of them. */
    public record Reading(List<String> words, boolean any) {
        public Reading {
            words = List.copyOf(words);
        }
    }

    /** Reads a text; one that is blank has no meaning. */
    public static Asked of(String text) {
        String plain =
                Normalizer.normalize(
                                text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
                                Normalizer.Form.NFKC)
                        .strip();
        List<String> words = new ArrayList<>();
        for (String word : plain.split("[\\s,;，；、|]+")) {
            String folded = Folded.of(word);
            if (!folded.isEmpty()) words.add(folded);
        }
        List<Reading> readings = new ArrayList<>();
        String joined = String.join("", words);
        if (words.size() > 1 && joined.length() >= LEAST_JOINED && isNumber(joined))
            readings.add(new Reading(List.of(joined), false));
        if (!words.isEmpty() && words.size() <= MOST_WORDS) readings.add(new Reading(words, false));
        List<String> numbers = numbers(plain);
        if (!numbers.isEmpty() && !words.equals(numbers)) readings.add(new Reading(numbers, true));
        return new Asked(readings);
    }

    /**
     * Returns the numbers in a message that may be a waybill's or an order's, folded, phone numbers
     * last.
     */
    public static List<String> numbers(String message) {
        Set<String> numbers = new LinkedHashSet<>();
        Set<String> phones = new LinkedHashSet<>();
        Matcher run = RUN.matcher(Normalizer.normalize(message, Normalizer.Form.NFKC));
        while (run.find() && numbers.size() < MOST_NUMBERS) {
            String folded = Folded.of(run.group());
            if (folded.length() < LEAST_IN_MESSAGE
                    || folded.length() > LONGEST_CODE
                    || folded.chars().filter(Character::isDigit).count() < LEAST_DIGITS) continue;
            if (PHONE.matcher(folded).matches()) phones.add(folded);
            else numbers.add(folded);
        }
        numbers.addAll(phones);
        return List.copyOf(numbers);
    }

    private static boolean isNumber(String folded) {
        long digits = folded.chars().filter(c -> c >= '0' && c <= '9').count();
        return Folded.isCode(folded)
                && folded.chars().allMatch(Character::isLetterOrDigit)
                && digits * 2 > folded.length();
    }
}
