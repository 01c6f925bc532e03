package packwitness.ui.claims;

import javafx.scene.input.KeyCode;

/** How two pictures are laid before the eye. */
enum StageMode {
    /** One after the other in the same place. */
    FLICKER(KeyCode.F),
    /** One over the other up to a line that can be moved. */
    SLIDER(KeyCode.D),
    /** Next to each other, moved in step. */
    SIDE(KeyCode.S);

    final KeyCode key;

    StageMode(KeyCode key) {
        this.key = key;
    }
}
