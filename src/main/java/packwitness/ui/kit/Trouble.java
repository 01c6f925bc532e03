package packwitness.ui.kit;

/** A problem in the user's words: what happened, what is safe, what to do, and a code to search. */
public record Trouble(String what, String safe, String todo, String code) {}
