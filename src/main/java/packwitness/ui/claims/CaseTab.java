package packwitness.ui.claims;

import javafx.scene.input.KeyCode;

/** The sheets of a case, in the order in which they are worked. */
enum CaseTab {
    CHECKS(KeyCode.DIGIT1),
    PICTURES(KeyCode.DIGIT2),
    BUYER(KeyCode.DIGIT3),
    LAW(KeyCode.DIGIT4),
    PAPER(KeyCode.DIGIT5),
    OUTCOME(KeyCode.DIGIT6);

    final KeyCode digit;

    CaseTab(KeyCode digit) {
        this.digit = digit;
    }

    /** Returns the digit that leads to it together with the Alt key. */
    int number() {
        return ordinal() + 1;
    }
}
