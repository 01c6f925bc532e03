package packwitness.dossier.matter;

import packwitness.dossier.paper.DataFile;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.ExhibitNo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers the exhibits of a case as they are added: four groups, each in its own order. Not
 * thread-safe.
 */
final class ExhibitList {
    static final int FILMING = 1;
    static final int PICTURES = 2;
    static final int PROOF = 3;
    static final int TRADE = 4;

    private final List<Exhibit> exhibits = new ArrayList<>();
    private final Map<Integer, Integer> last = new HashMap<>();

    /** Adds an exhibit at the end of its group and returns its number. */
    ExhibitNo add(int group, String name, String source, String purpose, Optional<DataFile> file) {
        ExhibitNo no = new ExhibitNo(group, last.merge(group, 1, Integer::sum));
        exhibits.add(new Exhibit(no, name, source, purpose, file));
        return no;
    }

    List<Exhibit> all() {
        return List.copyOf(exhibits);
    }
}
