package packwitness.cli;

import packwitness.orders.OrderImport;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in order files. */
@Command(name = "import", description = "导入订单 / import orders")
final class ImportCommand extends Action {
    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = List.of();

    ImportCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.open(common)) {
            for (Path file : files) {
                OrderImport.Imported done = shop.orders().take(file);
                if (common.json) desk.line(view(done));
                else print(done);
            }
        }
        return ExitCode.DONE;
    }

    private void print(OrderImport.Imported done) {
        say("cli.import.done", done.orders(), done.platform());
        if (done.withoutWaybill() > 0) say("cli.import.without", done.withoutWaybill());
        if (!done.unmatched().isEmpty())
            say("cli.import.unmatched", String.join("、", done.unmatched()));
    }

    private static Map<String, Object> view(OrderImport.Imported done) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", done.file().toString());
        map.put("platform", done.platform());
        map.put("orders", done.orders());
        map.put("without_waybill", done.withoutWaybill());
        map.put("unmatched", done.unmatched());
        return map;
    }
}
