package packwitness.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.Merchant.Field;
import packwitness.storage.Vault;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

class MerchantTest {
    @TempDir private Path folder;

    @Test
    void whatWasSaidStaysUntilItIsSaidOtherwise() throws Exception {
        Clock clock =
                Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
        try (Vault vault = Vault.open(folder.resolve("vault"), clock, 1)) {
            assertEquals(Map.of(), Merchant.read(vault).values());
            Merchant.keep(vault, Map.of(Field.NAME, " 某某陶瓷有限公司 ", Field.PHONE, "0571"));
            Merchant.keep(vault, Map.of(Field.SHOP, "小店", Field.PHONE, ""));
            Merchant now = Merchant.read(vault);
            assertEquals("某某陶瓷有限公司", now.of(Field.NAME));
            assertEquals("小店", now.of(Field.SHOP));
            assertEquals("", now.of(Field.PHONE));
            assertEquals(Map.of(Field.NAME, "某某陶瓷有限公司", Field.SHOP, "小店"), now.values());
        }
    }
}
