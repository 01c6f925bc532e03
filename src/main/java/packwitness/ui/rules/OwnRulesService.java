package packwitness.ui.rules;

import packwitness.platform.OwnRules;
import packwitness.platform.PlatformRule;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The rules of an opened shop. */
public record OwnRulesService(OwnRules own) implements RulesService {
    /** Whose hand a change is; the desktop knows no other yet. */
    private static final String OWNER = "owner";

    @Override
    public List<PlatformRule> rules() throws Failure {
        return own.current().all();
    }

    @Override
    public List<PlatformRule> change(String id, Map<String, String> values) throws Failure {
        return own.set(id, values, OWNER).all();
    }

    @Override
    public List<PlatformRule> reset(String id) throws Failure {
        return own.reset(id, OWNER).all();
    }

    @Override
    public List<PlatformRule> take(Path file) throws Failure {
        return own.take(file, OWNER).all();
    }

    @Override
    public void write(Path file) throws Failure {
        own.current().write(file);
    }
}
