package packwitness.ui.keep;

import packwitness.keep.Backup;
import packwitness.keep.BackupResult;
import packwitness.keep.Doer;
import packwitness.keep.DrillResult;
import packwitness.keep.ErasedPerson;
import packwitness.keep.Fault;
import packwitness.keep.IntegrityReport;
import packwitness.keep.PersonData;
import packwitness.keep.Retention;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.keep.RetentionRules;
import packwitness.keep.Waiting;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The vault of an opened shop. */
public record ShopKeep(Shop shop) implements KeepService {
    private static final int SAMPLE = 3;
    private static final int SHOWN = 50;
    private static final int NOTES = 5;

    @Override
    public KeepPage look() throws Failure {
        Retention retention = shop.retention();
        List<KeepPage.Place> places = new ArrayList<>();
        for (Backup.Place place : shop.backup().places())
            places.add(new KeepPage.Place(place, Files.isDirectory(place.folder())));
        return new KeepPage(
                retention.rules(),
                retention.forecast(),
                retention.plan(),
                retention.waiting(SHOWN),
                retention.notes(NOTES),
                places);
    }

    @Override
    public RetentionResult run(RetentionPlan plan, RetentionProgress progress) throws Failure {
        return shop.retention().run(plan, doer(), progress);
    }

    @Override
    public Optional<RetentionResult> night() throws Failure {
        return shop.nightly().look();
    }

    @Override
    public void rules(RetentionRules rules) throws Failure {
        shop.retention().rules(rules, doer());
    }

    @Override
    public int bringBack(Waiting waiting, String why, RetentionProgress progress) throws Failure {
        shop.index().hold(waiting.shipment(), true, why);
        return shop.retention().finish(doer(), progress);
    }

    @Override
    public IntegrityReport check(RetentionProgress progress) throws Failure {
        return shop.integrity().check(true, progress);
    }

    @Override
    public int repair(List<Fault> faults, RetentionProgress progress) throws Failure {
        int done = 0;
        int at = 0;
        for (Fault fault : faults) {
            if (shop.integrity().repair(fault, doer())) done++;
            if (!progress.goOn(++at, faults.size())) break;
        }
        return done;
    }

    @Override
    public BackupResult backup(Path folder, RetentionProgress progress) throws Failure {
        return shop.backup().run(folder, false, progress);
    }

    @Override
    public DrillResult drill(Path folder, RetentionProgress progress) throws Failure {
        return shop.drill().run(folder, SAMPLE, progress);
    }

    @Override
    public PersonData person(String text) throws Failure {
        return shop.people().list(text);
    }

    @Override
    public void revealed(PersonData data) throws Failure {
        shop.people().revealed(data, doer());
    }

    @Override
    public ErasedPerson erase(
            String text, String why, boolean withVideos, RetentionProgress progress)
            throws Failure {
        return shop.people().erase(text, why, withVideos, doer(), progress);
    }

    private static Doer doer() {
        return new Doer("desktop", System.getProperty("user.name", ""));
    }
}
