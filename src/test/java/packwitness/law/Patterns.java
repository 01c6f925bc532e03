package packwitness.law;

import packwitness.value.Fen;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ordinary kinds of cases that can be moved to any day, and random ones. */
final class Patterns {
    /** Makes the facts of a case whose act falls on the day given. */
    interface Pattern {
        ActFacts.Builder on(LocalDate act);
    }

    /** The answer is asked this many days after the act. */
    static final int STEP_AFTER_DAYS = 10;

    private Patterns() {}

    static Map<String, Pattern> all() {
        Map<String, Pattern> all = new LinkedHashMap<>();
        all.put("plain", day -> plain(day, "260.00"));
        all.put("crime", day -> plain(day, "600000.00"));
        all.put("large", day -> plain(day, "12000.00"));
        all.put("nothing shown", day -> plain(day, "260").deceitEvidence(DeceitEvidence.NONE));
        all.put("weak", day -> plain(day, "260").deceitEvidence(DeceitEvidence.WEAK));
        all.put("grey", day -> plain(day, "4000.00"));
        all.put(
                "grey twice",
                day -> plain(day, "2000.00").act(act(day, "2000.00", Outcome.OBTAINED)));
        all.put("removed", day -> plain(day, "260").label(LabelState.REMOVED));
        all.put("present", day -> plain(day, "260").label(LabelState.PRESENT));
        all.put("absent", day -> plain(day, "260").label(LabelState.ABSENT));
        all.put("attempt", day -> attempt(day, "899.00"));
        all.put("great attempt", day -> attempt(day, "200000.00"));
        all.put("mixed", day -> plain(day, "20000.00").act(act(day, "3000.00", Outcome.ATTEMPTED)));
        all.put(
                "platform",
                day ->
                        plain(day, "320")
                                .refundBy(RefundBy.PLATFORM)
                                .platform(new PlatformConduct(false, true, true)));
        all.put(
                "platform after hearing",
                day ->
                        plain(day, "320")
                                .refundBy(RefundBy.PLATFORM)
                                .platform(new PlatformConduct(true, false, false)));
        all.put("competitor", day -> plain(day, "260").competitorLinked(true));
        all.put("gang", day -> plain(day, "260").thirdPartyInvolved(true));
        all.put("minor", day -> plain(day, "260").buyerAge(15));
        all.put("child", day -> plain(day, "260").buyerAge(13));
        all.put("old", day -> plain(day, "260").buyerAge(70));
        all.put("knowing", day -> plain(day, "260").merchantBelieved(false));
        all.put(
                "returned",
                day -> plain(day, "12").goodsReturned(GoodsReturned.FULL_BEFORE_REFUND));
        all.put(
                "returned later",
                day -> plain(day, "260").goodsReturned(GoodsReturned.FULL_AFTER_REFUND));
        all.put("returned in part", day -> plain(day, "260").goodsReturned(GoodsReturned.PARTIAL));
        all.put("repaid", day -> repaid(day, "260.00", "260.00"));
        all.put("repaid crime", day -> repaid(day, "12000.00", "12000.00"));
        all.put("repaid in part", day -> repaid(day, "260.00", "60.00"));
        all.put(
                "compensation",
                day ->
                        empty(day)
                                .act(act(day, "500", Outcome.OBTAINED).as(ClaimKind.COMPENSATION)));
        all.put("repeat", day -> plain(day, "260").punishedOn(day.minusDays(100)));
        all.put("reported", day -> plain(day, "260").reportedOn(day.plusDays(STEP_AFTER_DAYS)));
        all.put(
                "accounts",
                day ->
                        empty(day)
                                .samePersonShown(false)
                                .act(act(day, "1500", Outcome.OBTAINED).from("a"))
                                .act(act(day, "1600", Outcome.OBTAINED).from("b")));
        return all;
    }

    static ActFacts.Builder empty(LocalDate day) {
        return ActFacts.on(day.plusDays(STEP_AFTER_DAYS)).forum("nowhere").knewOn(day);
    }

    static ActFacts.Builder plain(LocalDate day, String yuan) {
        return empty(day).act(act(day, yuan, Outcome.OBTAINED));
    }

    static Act act(LocalDate day, String yuan, Outcome outcome) {
        return Act.of(day, Fen.ofYuan(yuan), outcome);
    }

    private static ActFacts.Builder attempt(LocalDate day, String yuan) {
        return empty(day).refundBy(RefundBy.NONE).act(act(day, yuan, Outcome.ATTEMPTED));
    }

    private static ActFacts.Builder repaid(LocalDate day, String yuan, String back) {
        return empty(day).act(act(day, yuan, Outcome.OBTAINED).repaying(Fen.ofYuan(back)));
    }

    private static final List<String> FORUMS =
            List.of(
                    "guangdong-1",
                    "guangdong-2",
                    "jiangsu",
                    "hubei",
                    "zhejiang",
                    "shaanxi",
                    "fujian",
                    "shanghai-2011",
                    "guangxi",
                    "guangdong",
                    "nowhere");

    static ActFacts random(Random random) {
        LocalDate asOf = LocalDate.of(2022, 6, 1).plusDays(random.nextInt(2000));
        ActFacts.Builder facts = ActFacts.on(asOf);
        int acts = 1 + random.nextInt(4);
        LocalDate last = LocalDate.MIN;
        for (int i = 0; i < acts; i++) {
            LocalDate day = asOf.minusDays((long) (Math.pow(random.nextDouble(), 3) * 2500));
            long fen = (long) Math.pow(10, 2 + random.nextDouble() * 6);
            Act act =
                    Act.of(
                            day,
                            new Fen(fen),
                            random.nextInt(4) == 0 ? Outcome.ATTEMPTED : Outcome.OBTAINED);
            act = random.nextBoolean() ? act.from("abc".charAt(random.nextInt(3)) + "") : act;
            act = random.nextInt(5) == 0 ? act.as(ClaimKind.COMPENSATION) : act;
            act = random.nextInt(6) == 0 ? act.repaying(new Fen(random.nextLong(fen + 1))) : act;
            act = random.nextInt(12) == 0 ? act.punished() : act;
            facts.act(act);
            last = day.isAfter(last) ? day : last;
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.forum(FORUMS.get(random.nextInt(FORUMS.size())));
        }
        facts.samePersonShown(random.nextBoolean())
                .goodsReturned(pick(random, GoodsReturned.values(), 6))
                .refundBy(pick(random, RefundBy.values(), 3))
                .merchantBelieved(random.nextInt(5) != 0)
                .deceitEvidence(
                        random.nextInt(4) == 0
                                ? pick(random, DeceitEvidence.values(), 1)
                                : DeceitEvidence.STRONG)
                .label(pick(random, LabelState.values(), 1))
                .platform(
                        new PlatformConduct(
                                random.nextBoolean(), random.nextBoolean(), random.nextBoolean()))
                .competitorLinked(random.nextInt(5) == 0)
                .thirdPartyInvolved(random.nextInt(5) == 0);
        if (random.nextInt(4) == 0) {
            facts.buyerAge(10 + random.nextInt(65));
        }
        if (random.nextInt(3) == 0) {
            facts.reportedOn(last.plusDays(random.nextInt(300)));
        }
        if (random.nextBoolean()) {
            facts.knewOn(last.plusDays(random.nextInt(30)));
        }
        if (random.nextInt(5) == 0) {
            facts.punishedOn(last.minusDays(random.nextInt(600)));
        }
        return facts.build();
    }

    /** Returns the first value mostly, so that odd facts do not hide each other. */
    private static <E> E pick(Random random, E[] values, int rarity) {
        return random.nextInt(rarity) == 0 || rarity == 1
                ? values[random.nextInt(values.length)]
                : values[0];
    }
}
