package packwitness.dossier.paper;

import java.util.List;

/**
 * What the buyer handed in and what was found in it.
 *
 * @param speaksForBuyer everything known that speaks for the buyer; printed for every reader
 */
public record BuyerSide(
        List<ReceivedPicture> pictures,
        List<PictureComparison> comparisons,
        List<AiLabelLine> labels,
        List<String> speaksForBuyer) {
    public BuyerSide {
        pictures = List.copyOf(pictures);
        comparisons = List.copyOf(comparisons);
        labels = List.copyOf(labels);
        speaksForBuyer = List.copyOf(speaksForBuyer);
    }
}
