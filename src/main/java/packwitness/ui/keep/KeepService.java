package packwitness.ui.keep;

import packwitness.keep.BackupResult;
import packwitness.keep.DrillResult;
import packwitness.keep.ErasedPerson;
import packwitness.keep.Fault;
import packwitness.keep.IntegrityReport;
import packwitness.keep.PersonData;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.keep.RetentionRules;
import packwitness.keep.Waiting;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the screen asks of an opened vault; slow, called by a worker. */
public interface KeepService {
    /** Reads what is kept and plans what would go; changes nothing. */
    KeepPage look() throws Failure;

    RetentionResult run(RetentionPlan plan, RetentionProgress progress) throws Failure;

    /** Follows the rules where it is time to and nobody packs; returns what was done. */
    Optional<RetentionResult> night() throws Failure;

    void rules(RetentionRules rules) throws Failure;

    /**
     * Brings the files of a parcel back from quarantine and puts it on hold, so that they stay;
     * returns how many files that were.
     */
    int bringBack(Waiting waiting, String why, RetentionProgress progress) throws Failure;

    IntegrityReport check(RetentionProgress progress) throws Failure;

    /** Does the repairs that these faults offer; returns how many could be done. */
    int repair(List<Fault> faults, RetentionProgress progress) throws Failure;

    BackupResult backup(Path folder, RetentionProgress progress) throws Failure;

    DrillResult drill(Path folder, RetentionProgress progress) throws Failure;

    /** Returns what is held of the person with exactly this name, order or waybill. */
    PersonData person(String text) throws Failure;

    /** Notes that somebody has a person's data shown in full; called before it is. */
    void revealed(PersonData data) throws Failure;

    /** Erases what is held of the person, but for parcels on hold. */
    ErasedPerson erase(String text, String why, boolean withVideos, RetentionProgress progress)
            throws Failure;
}
