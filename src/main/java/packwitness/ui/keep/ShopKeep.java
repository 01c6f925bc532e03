package packwitness.ui.keep;

import packwitness.keep.BackupResult;
import packwitness.keep.Doer;
import packwitness.keep.DrillResult;
import packwitness.keep.Fault;
import packwitness.keep.IntegrityReport;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import java.nio.file.Path;

/** The vault of an opened shop. */
public record ShopKeep(Shop shop) implements KeepService {
    private static final int SAMPLE = 3;

    @Override
    public KeepPage look() throws Failure {
        return new KeepPage(
                shop.retention().rules(),
                shop.retention().forecast(),
                shop.retention().plan(),
                shop.backup().places());
    }

    @Override
    public RetentionResult run(RetentionPlan plan, RetentionProgress progress) throws Failure {
        return shop.retention().run(plan, doer(), progress);
    }

    @Override
    public IntegrityReport check(RetentionProgress progress) throws Failure {
        return shop.integrity().check(true, progress);
    }

    @Override
    public boolean repair(Fault fault) throws Failure {
        return shop.integrity().repair(fault, doer());
    }

    @Override
    public BackupResult backup(Path folder, RetentionProgress progress) throws Failure {
        return shop.backup().run(folder, false, progress);
    }

    @Override
    public DrillResult drill(Path folder) throws Failure {
        return shop.drill().run(folder, SAMPLE);
    }

    private static Doer doer() {
        return new Doer("desktop", System.getProperty("user.name", ""));
    }
}
