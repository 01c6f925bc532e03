package packwitness.shop;

import packwitness.claim.Merchant;
import packwitness.claim.Merchant.Field;
import packwitness.dossier.sheet.NoticeWriter;
import packwitness.dossier.sheet.StaffNotice;
import packwitness.keep.RetentionRules;
import packwitness.law.Provision;
import packwitness.law.Statutes;
import packwitness.value.Beijing;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The notice to those who are filmed, as the shop's data and the law of today fill it. */
public final class NoticeOfShop {
    private static final List<String> GROUNDS = List.of("PIPL-13", "PIPL-6", "PIPL-25");

    private NoticeOfShop() {}

    /**
     * Writes the notice.
     *
     * @param shop who films; empty leaves a line to write on, as the next two
     */
    public static void write(
            String shop, String contact, String where, RetentionRules rules, Clock clock, Path pdf)
            throws Failure {
        ZonedDateTime now = ZonedDateTime.now(clock);
        Statutes statutes = Statutes.shipped();
        List<StaffNotice.Ground> grounds =
                GROUNDS.stream()
                        .map(id ->
                                ground(
                                        statutes,
                                        id,
                                        now.withZoneSameInstant(Beijing.TIME).toLocalDate()))
                        .toList();
        NoticeWriter.write(
                new StaffNotice(
                        shop,
                        contact,
                        where,
                        rules.videoDays(),
                        rules.frameDays(),
                        rules.rowDays(),
                        grounds,
                        statutes.compiledOn(),
                        now),
                pdf);
    }

    /** Writes the notice of an opened shop: its name, contact and rules of keeping. */
    public static void write(Shop shop, String where, Path pdf) throws Failure {
        Merchant merchant = Merchant.read(shop.vault());
        String name =
                Stream.of(merchant.of(Field.SHOP), merchant.of(Field.NAME))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        String contact = (merchant.of(Field.CONTACT) + " " + merchant.of(Field.PHONE)).strip();
        write(name, contact, where, shop.retention().rules(), shop.clock(), pdf);
    }

    private static StaffNotice.Ground ground(Statutes statutes, String id, LocalDate day) {
        Provision provision =
                statutes.versionOn(id, day)
                        .orElseThrow(() -> new IllegalStateException("not shipped: " + id));
        return new StaffNotice.Ground(
                provision.title(), provision.instrumentName().en() + ", " + provision.article());
    }
}
