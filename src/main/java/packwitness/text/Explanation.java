package packwitness.text;

/**
 * A problem in a user's words: what happened, what is safe, what to do, and the code that support
 * can search for.
 */
public record Explanation(String what, String safe, String todo, String code) {}
