package packwitness.cli;

import packwitness.keep.Fault;
import packwitness.keep.IntegrityReport;
import packwitness.keep.RetentionProgress;
import packwitness.shop.KeepWords;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares disk and index. */
@Command(name = "integrity", description = "核对磁盘与索引 / compare disk and index")
final class IntegrityCommand extends Action {
    @Option(names = "--quick", description = "只比大小 / compare sizes only")
    boolean quick;

    @Option(names = "--repair", description = "按所列办法修复 / do the repairs that are offered")
    boolean repair;

    IntegrityCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.openExisting(common)) {
            IntegrityReport report = shop.integrity().check(!quick, RetentionProgress.UNSEEN);
            if (repair) {
                for (Fault fault : report.faults())
                    shop.integrity().repair(fault, RetentionCommands.doer());
                report = shop.integrity().check(!quick, RetentionProgress.UNSEEN);
            }
            if (common.json) desk.json(view(report));
            else
                for (String line : new KeepWords(messages()).report(report))
                    desk.out().println(line);
            return report.faults().isEmpty() ? ExitCode.DONE : ExitCode.FAULT;
        }
    }

    private static Map<String, Object> view(IntegrityReport report) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", report.at().toString());
        map.put("files", report.files());
        map.put("bytes", report.bytes());
        map.put("hashed", report.hashed());
        List<Map<String, Object>> faults =
                report.faults().stream()
                        .map(fault -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("kind", fault.kind().name());
                            one.put("file", fault.file());
                            one.put("repair", fault.repair().name());
                            fault.from().ifPresent(from -> one.put("from", from));
                            return one;
                        })
                        .toList();
        map.put("faults", faults);
        return map;
    }
}
