package packwitness.cli;

import packwitness.shipment.StationPlan;
import packwitness.value.Failure;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/** The cameras of a station: the first one looks at the table, the second at the label. */
final class Cameras {
    @Option(
            names = "--camera",
            required = true,
            paramLabel = "URI",
            description = "摄像头，最多两次：总览、面单 / camera, once or twice: overview, label")
    List<String> uris = List.of();

    @Option(
            names = "--label-camera",
            paramLabel = "URI",
            description = "面单摄像头 / camera that looks at the label")
    Optional<String> label = Optional.empty();

    @Option(names = "--id", paramLabel = "NAME", defaultValue = "1", description = "打包台 / station")
    String id = "1";

    StationPlan plan() throws Failure {
        int given = uris.size() + (label.isPresent() ? 1 : 0);
        if (given > 2) throw new Failure(CliProblem.BAD_VALUE, given, "--camera <= 2");
        Optional<String> second =
                label.or(() -> uris.size() > 1 ? Optional.of(uris.getLast()) : Optional.empty());
        return new StationPlan(id, uris.getFirst(), second);
    }
}
