package packwitness.dossier.print;

import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Picture;
import packwitness.dossier.paper.PictureComparison;
import packwitness.dossier.paper.ReceivedPicture;
import packwitness.dossier.paper.Still;
import packwitness.dossier.paper.Times;
import packwitness.platform.Captioned;
import packwitness.platform.Statement.Sentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an image pack tells of a case: the pictures of page one, the most telling first, and its
 * sentences with their worth. No exhibit is named, for the pack has none.
 */
public final class PackContent {
    private final Dossier dossier;
    private final Wording words;

    public PackContent(Dossier dossier) {
        this.dossier = dossier;
        this.words = new Wording(dossier);
    }

    /** Returns the pictures, the most telling first. */
    public List<Captioned> pictures() {
        List<Captioned> pictures = new ArrayList<>();
        Optional<PictureComparison> best = FrontPage.bestComparison(dossier);
        best.ifPresent(shown -> {
            String theirs = shown.copy() ? "comparison.theirs" : "comparison.theirs.side";
            add(pictures, shown.overlay(), words.label(theirs));
            add(pictures, shown.oursPicture(), words.label("pack.ours"));
        });
        List<Still> stills =
                FrontPage.threeStills(dossier.filming().stills()).stream()
                        .sorted(Comparator.comparing(Still::role))
                        .toList();
        for (Still still : stills)
            add(
                    pictures,
                    still.picture(),
                    words.label(
                            "pack.still",
                            "shows",
                            still.shows(),
                            "at",
                            words.times().day(still.takenAt())
                                    + " "
                                    + Times.clock(still.takenAt())));
        for (ReceivedPicture received : dossier.buyerSide().pictures())
            if (best.isEmpty() || !best.get().theirs().equals(received.exhibit()))
                add(pictures, received.picture(), words.label("pack.theirs"));
        return pictures;
    }

    private static void add(List<Captioned> pictures, Picture picture, String caption) {
        Pictures.shown(picture).ifPresent(shown -> pictures.add(new Captioned(shown, caption)));
    }

    /** Returns the sentences, each with its worth. */
    public List<Sentence> sentences() {
        List<Sentence> sentences = new ArrayList<>();
        say(sentences, 10, words.say("lead." + FrontPage.variant(dossier)));
        say(sentences, 9, words.say("pack.case"));
        boolean filmed = !dossier.filming().footage().isEmpty();
        if (filmed) {
            say(sentences, 7, words.say(FrontPage.sent(dossier)));
            say(sentences, 5, words.say(FrontPage.when(dossier)));
        }
        say(sentences, 4, words.say("front.says"));
        for (String reason : FrontPage.reasons(dossier, words, "pack")) say(sentences, 8, reason);
        say(sentences, 6, words.say("pack.ask"));
        if (filmed) say(sentences, 3, words.say("front.check") + "。");
        return sentences;
    }

    private static void say(List<Sentence> sentences, int worth, String sentence) {
        String plain = sentence.replaceAll("（证据[^）]*）", "");
        sentences.add(new Sentence(worth, plain));
    }
}
