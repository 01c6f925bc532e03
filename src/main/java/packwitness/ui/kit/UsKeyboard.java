package packwitness.ui.kit;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The characters of the keys of a US keyboard, which is what a scanner believes it types on. */
public final class UsKeyboard {
    private static final String SHIFTED_DIGITS = ")!@#$%^&*(";

    private UsKeyboard() {}

    /** Returns the character of a key that went down; 0 where it has none that is in a code. */
    public static char of(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean shift = event.isShiftDown();
        if (code == KeyCode.ENTER) return '\r';
        if (code.isLetterKey()) {
            char letter = code.getName().charAt(0);
            return shift ? letter : Character.toLowerCase(letter);
        }
        if (code.isDigitKey()) {
            int digit = code.getName().charAt(code.getName().length() - 1) - '0';
            boolean typewriter = !code.isKeypadKey();
            return shift && typewriter ? SHIFTED_DIGITS.charAt(digit) : (char) ('0' + digit);
        }
        return switch (code) {
            case SPACE -> ' ';
            case MINUS -> shift ? '_' : '-';
            case SUBTRACT -> '-';
            case EQUALS -> shift ? '+' : '=';
            case PERIOD -> shift ? '>' : '.';
            case DECIMAL -> '.';
            case COMMA -> shift ? '<' : ',';
            case SLASH -> shift ? '?' : '/';
            case DIVIDE -> '/';
            case SEMICOLON -> shift ? ':' : ';';
            case OPEN_BRACKET -> shift ? '{' : '[';
            case CLOSE_BRACKET -> shift ? '}' : ']';
            default -> 0;
        };
    }
}
