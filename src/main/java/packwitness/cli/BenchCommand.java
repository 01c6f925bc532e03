package packwitness.cli;

import packwitness.bench.Bench;
import packwitness.value.Failure;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

/** Runs a benchmark; prints JSON lines, the last one with figures, goals and whether they hold. */
@Command(name = "bench", description = "基准测试 / benchmarks: NAME [ARGUMENT...] [--OPTION VALUE...]")
final class BenchCommand extends Action {
    @Parameters(index = "0", paramLabel = "NAME")
    String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGUMENT")
    List<String> arguments = List.of();

    BenchCommand(Desk desk) {
        super(desk);
    }

    /** Returns the command; what it does not know are options of the benchmark. */
    static CommandLine line(Desk desk) {
        return new CommandLine(new BenchCommand(desk)).setUnmatchedOptionsArePositionalParams(true);
    }

    @Override
    int run() throws Failure {
        boolean holds = Bench.run(name, arguments, desk.clock(), desk::line);
        return holds ? ExitCode.DONE : ExitCode.FAULT;
    }
}
