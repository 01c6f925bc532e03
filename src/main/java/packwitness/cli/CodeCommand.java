package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.text.Explanation;
import packwitness.text.ProblemCodes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Says what a code means that somebody read out. */
@Command(name = "code", description = "查代码，例如 PW-RECORDING-3F2A / what a code means")
final class CodeCommand extends Action {
    @Parameters(paramLabel = "CODE")
    @Nullable String code;

    CodeCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() {
        String asked = Objects.requireNonNull(code);
        Optional<Explanation> found = ProblemCodes.find(asked, desk.lang(common));
        if (found.isEmpty()) {
            say("cli.code.unknown", asked);
            return ExitCode.FAULT;
        }
        Explanation words = found.get();
        if (common.json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("code", words.code());
            map.put("what", words.what());
            map.put("safe", words.safe());
            map.put("todo", words.todo());
            desk.json(map);
            return ExitCode.DONE;
        }
        desk.out().println(words.what());
        detail("cli.safe", words.safe());
        detail("cli.todo", words.todo(), words.code());
        return ExitCode.DONE;
    }
}
