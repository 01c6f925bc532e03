package packwitness.dossier.print;

import packwitness.dossier.paper.BuyerSide;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Filming;
import packwitness.dossier.paper.Picture;
import packwitness.dossier.paper.PictureComparison;
import packwitness.dossier.paper.ReceivedPicture;
import packwitness.dossier.paper.Still;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The same paper with ever smaller copies of its pictures, the first as it is. Hashes printed
 * beside a picture stay those of the original.
 */
final class Reduced {
    private record Step(int side, float quality) {}

    private static final List<Step> STEPS =
            List.of(
                    new Step(1600, 0.8f),
                    new Step(1280, 0.75f),
                    new Step(960, 0.7f),
                    new Step(640, 0.6f),
                    new Step(480, 0.5f),
                    new Step(240, 0.4f));

    private final Step step;

    private Reduced(Step step) {
        this.step = step;
    }

    /** Returns the papers one after the other, each made when it is asked for. */
    static Iterable<Dossier> of(Dossier dossier) {
        return () ->
                new Iterator<>() {
                    private int next = -1;
                    private Dossier last = dossier;

                    @Override
                    public boolean hasNext() {
                        return next < STEPS.size();
                    }

                    @Override
                    public Dossier next() {
                        if (!hasNext()) throw new NoSuchElementException();
                        int now = next++;
                        if (now >= 0) last = new Reduced(STEPS.get(now)).paper(last);
                        return last;
                    }
                };
    }

    /** Returns the bytes of the pictures that a short paper shows, each once. */
    static long pictureBytes(Dossier dossier) {
        long sum = 0;
        for (Still still : FilmPart.chosen(dossier)) sum += still.picture().raw().length;
        if (dossier.buyerSide().comparisons().isEmpty()) return sum;
        PictureComparison first = FrontPage.bestComparison(dossier).orElseThrow();
        return sum + first.oursPicture().raw().length;
    }

    private Dossier paper(Dossier dossier) {
        Filming filming = dossier.filming();
        BuyerSide side = dossier.buyerSide();
        return new Dossier(
                dossier.cover(),
                dossier.facts(),
                new Filming(
                        filming.footage(),
                        filming.stills().stream().map(this::still).toList(),
                        filming.events()),
                new BuyerSide(
                        side.pictures().stream().map(this::received).toList(),
                        side.comparisons().stream().map(this::comparison).toList(),
                        side.labels(),
                        side.speaksForBuyer()),
                dossier.law(),
                dossier.proof(),
                dossier.exhibits(),
                dossier.attachments(),
                dossier.wording());
    }

    private Still still(Still still) {
        return new Still(
                still.exhibit(),
                still.source(),
                still.role(),
                picture(still.picture()),
                still.index(),
                still.at(),
                still.takenAt(),
                still.pixels(),
                still.shows());
    }

    private ReceivedPicture received(ReceivedPicture received) {
        return new ReceivedPicture(
                received.exhibit(),
                received.name(),
                picture(received.picture()),
                received.received(),
                received.bytes(),
                received.format(),
                received.receivedAt(),
                received.obtained(),
                received.checkedWith(),
                received.findings());
    }

    private PictureComparison comparison(PictureComparison pair) {
        return new PictureComparison(
                pair.exhibit(),
                pair.ours(),
                picture(pair.oursPicture()),
                pair.oursName(),
                pair.oursHash(),
                pair.oursKeptAt(),
                pair.theirs(),
                picture(pair.overlay()),
                pair.copy(),
                pair.regions(),
                pair.result(),
                pair.proves(),
                pair.doesNotProve(),
                pair.errorRates());
    }

    /** A picture that cannot be shown keeps its bytes: the paper holds an empty frame for it. */
    private Picture picture(Picture picture) {
        return Pictures.shown(picture).map(shown -> smaller(picture, shown)).orElse(picture);
    }

    private Picture smaller(Picture picture, BufferedImage shown) {
        double scale =
                Math.min(1.0, (double) step.side() / Math.max(shown.getWidth(), shown.getHeight()));
        int width = Math.max(1, (int) Math.round(shown.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(shown.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(shown, 0, 0, width, height, null);
        pen.dispose();
        try {
            byte[] jpeg = Pictures.jpeg(drawn, step.quality());
            return jpeg.length < picture.raw().length ? Picture.of(jpeg) : picture;
        } catch (IOException e) {
            throw new IllegalStateException("a drawn picture", e);
        }
    }
}
