package packwitness.ui.start;

import java.nio.file.Path;
import java.util.List;

/**
 * What was chosen at the first start.
 *
 * @param orders files of orders to be looked at once the vault is open
 * @param practice whether it is for trying out only and shall not be remembered
 */
public record StartChoice(
        Path vault, String camera, String station, List<Path> orders, boolean practice) {
    public StartChoice {
        orders = List.copyOf(orders);
    }

    /** A choice with nothing to import. */
    public StartChoice(Path vault, String camera, String station) {
        this(vault, camera, station, List.of(), false);
    }

    /** Returns the same with another camera. */
    public StartChoice with(String next) {
        return new StartChoice(vault, next, station, orders, practice);
    }
}
