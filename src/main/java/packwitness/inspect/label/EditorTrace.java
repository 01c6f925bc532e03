package packwitness.inspect.label;

import java.util.List;

/**
 * What the file says about the program that wrote it last.
 *
 * @param software first program named, editor or not; empty where none is
 * @param editor the program that edits pictures, empty where none is named
 * @param place where the editor stands
 * @param history steps of the editing history, as {@code action: program}, cut at 20
 */
public record EditorTrace(String software, String editor, String place, List<String> history) {
    public EditorTrace {
        history = List.copyOf(history);
    }
}
