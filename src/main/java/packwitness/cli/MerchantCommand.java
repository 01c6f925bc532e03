package packwitness.cli;

import packwitness.claim.Merchant;
import packwitness.claim.Merchant.Field;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Shows and keeps who the owner is, as papers name the shop. */
@Command(
        name = "merchant",
        description = "商家信息：材料上的名称、店铺、证照、联系方式 / who the owner is, as papers name the shop")
final class MerchantCommand extends Action {
    @Option(
            names = "--set",
            paramLabel = "FIELD=TEXT",
            description =
                    "name, shop, id, address, contact, phone; 空值即删除 / an empty text forgets it")
    Map<Field, String> said = new LinkedHashMap<>();

    MerchantCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.open(common)) {
            Merchant now = Merchant.keep(shop.vault(), said);
            Map<String, Object> shown = new LinkedHashMap<>();
            for (Field field : Field.values())
                shown.put(field.name().toLowerCase(Locale.ROOT), now.of(field));
            if (common.json) desk.json(shown);
            else
                for (Field field : Field.values())
                    say("cli.merchant." + field, now.of(field).isEmpty() ? "—" : now.of(field));
        }
        return ExitCode.DONE;
    }
}
