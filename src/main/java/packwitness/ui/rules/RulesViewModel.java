package packwitness.ui.rules;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.platform.PlatformRule;
import packwitness.ui.kit.Background;
import packwitness.value.Beijing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The rules that hold, and the one in hand. FX thread only. */
public final class RulesViewModel {
    /** What was done last, as the key of its sentence. */
    public enum Done {
        SAVED,
        RESET,
        TAKEN,
        WRITTEN
    }

    private static final String FILE = "platform-rules.yaml";

    private final RulesService service;
    private final Background.Lane lane;
    private final Clock clock;
    private final ObservableList<PlatformRule> rules = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Done>> done =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();

    public RulesViewModel(RulesService service, Background background, Clock clock) {
        this.service = service;
        this.lane = background.lane();
        this.clock = clock;
    }

    public ObservableList<PlatformRule> rules() {
        return rules;
    }

    public ReadOnlyObjectProperty<Optional<Done>> done() {
        return done.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Returns whether the rule was read so long ago that it must be read again. */
    public boolean stale(PlatformRule rule) {
        return rule.stale(today());
    }

    public void read() {
        run(service::rules, Optional.empty());
    }

    /** Keeps what was typed where it differs from the rule. */
    void save(PlatformRule rule, Map<RuleField, String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        typed.forEach((field, text) -> {
            if (!field.of(rule).equals(text.strip()))
                values.put(field.path(text), RuleField.word(text));
        });
        run(() -> service.change(rule.id(), values), Optional.of(Done.SAVED));
    }

    /** Notes that the rule was read again today and still holds. */
    public void checked(PlatformRule rule) {
        run(
                () -> service.change(rule.id(), Map.of("checked_on", today().toString())),
                Optional.of(Done.SAVED));
    }

    public void reset(PlatformRule rule) {
        run(() -> service.reset(rule.id()), Optional.of(Done.RESET));
    }

    public void take(Path file) {
        run(() -> service.take(file), Optional.of(Done.TAKEN));
    }

    /** Writes all rules into the folder. */
    public void write(Path folder) {
        run(
                () -> {
                    service.write(folder.resolve(FILE));
                    return service.rules();
                },
                Optional.of(Done.WRITTEN));
    }

    private void run(Callable<List<PlatformRule>> work, Optional<Done> said) {
        done.set(Optional.empty());
        lane.run(
                work,
                found -> {
                    trouble.set(null);
                    if (!rules.equals(found)) rules.setAll(found);
                    done.set(said);
                },
                trouble::set);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Beijing.TIME);
    }
}
