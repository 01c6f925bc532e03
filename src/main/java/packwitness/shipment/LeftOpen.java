package packwitness.shipment;

import packwitness.recording.Recovered;
import packwitness.recording.Recovery;
import packwitness.recording.Segment;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Seals what a program that died left open: proves the file against the links in the index, keeps
 * every byte, names the tail that no link proves, and writes the row that says so.
 */
final class LeftOpen {
    private final Vault vault;
    private final TakeLog log;

    LeftOpen(Vault vault, TakeLog log) {
        this.vault = vault;
        this.log = log;
    }

    /** Seals the open takes of every station at which no program records now. */
    List<TakeId> sealAll() throws Failure {
        List<TakeId> done = new ArrayList<>();
        for (String station : vault.database().read(TakeTable::stationsWithRunningTakes)) {
            try {
                Optional<StationLock> lock = StationLock.take(vault.root(), station);
                if (lock.isEmpty()) continue;
                try {
                    done.addAll(sealStation(station));
                } finally {
                    lock.get().close();
                }
            } catch (IOException e) {
                throw new Failure(StorageProblem.NOT_WRITABLE, e, vault.root());
            }
        }
        return done;
    }

    /** Seals the open takes of a station whose lock the caller holds. */
    List<TakeId> sealStation(String station) throws Failure {
        List<TakeId> open = vault.database().read(tx -> TakeTable.running(tx, station));
        List<TakeId> sealed = new ArrayList<>();
        for (TakeId take : open) {
            try {
                seal(take, TakeState.INTERRUPTED);
                sealed.add(take);
            } catch (Failure e) {
                // One file that cannot be read must not keep the shop from opening; it stays open
                // in the index and is tried again at the next start.
                System.getLogger("packwitness.shipment")
                        .log(System.Logger.Level.ERROR, "not sealed: " + e.problem().key(), e);
            }
        }
        return sealed;
    }

    void seal(TakeId id, TakeState state) throws Failure {
        log.writeWaiting(id);
        Take take = vault.database().read(tx -> TakeTable.take(tx, id)).orElseThrow();
        List<Segment> links = vault.database().read(tx -> TakeTable.segments(tx, id));
        Path sealed = vault.files().at(take.file());
        Path part = vault.files().at(take.file() + ".part");
        Path found = Files.exists(sealed) ? sealed : part;
        if (!Files.exists(found)) {
            if (links.isEmpty()) {
                // The program ended between the row and the first byte: an empty original says so.
                vault.files().keep(take.file(), new byte[0]);
                found = sealed;
            } else {
                log.interrupted(id, gone(), take.file(), state.name());
                return;
            }
        }
        Recovered recovered = Recovery.examine(found, links);
        if (found.equals(part) && Files.exists(part)) {
            try {
                EvidenceFolder.settle(part, sealed);
            } catch (IOException e) {
                throw new Failure(StorageProblem.NOT_WRITABLE, e, sealed);
            }
        }
        log.interrupted(id, recovered, take.file(), state.name());
    }

    /** Nothing is proven of a file that is no longer there; its links stay in the index. */
    private static Recovered gone() {
        return new Recovered(
                0, 0, 0, Sha256.ZERO, Optional.empty(), 0, Optional.empty(), 0, Recovered.End.CUT);
    }
}
