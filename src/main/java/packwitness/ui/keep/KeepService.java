package packwitness.ui.keep;

import packwitness.keep.BackupResult;
import packwitness.keep.DrillResult;
import packwitness.keep.Fault;
import packwitness.keep.IntegrityReport;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.value.Failure;

import java.nio.file.Path;

/** What the screen asks of an opened vault; slow, called by a worker. */
public interface KeepService {
    /** Reads what is kept and plans what would go; changes nothing. */
    KeepPage look() throws Failure;

    RetentionResult run(RetentionPlan plan, RetentionProgress progress) throws Failure;

    IntegrityReport check(RetentionProgress progress) throws Failure;

    /** Does the repair that the fault offers; returns whether it could be done. */
    boolean repair(Fault fault) throws Failure;

    BackupResult backup(Path folder, RetentionProgress progress) throws Failure;

    DrillResult drill(Path folder) throws Failure;
}
