package packwitness.ui.rules;

import packwitness.platform.PlatformRule;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where the rules are kept; takes time, safe for any thread. */
public interface RulesService {
    /** Returns the rules that hold. */
    List<PlatformRule> rules() throws Failure;

    /** Changes single values by their names in the file; {@code none} takes one away. */
    List<PlatformRule> change(String id, Map<String, String> values) throws Failure;

    /** Lets the shipped rule hold again. */
    List<PlatformRule> reset(String id) throws Failure;

    /** Takes in the rules of a file; where it is wrong nothing changes. */
    List<PlatformRule> take(Path file) throws Failure;

    /** Writes all rules as a file that can be taken in again. */
    void write(Path file) throws Failure;
}
