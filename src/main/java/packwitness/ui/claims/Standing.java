package packwitness.ui.claims;

import packwitness.claim.BuyerLink;
import packwitness.law.Qualification;

import java.util.List;

/** Where a case stands: claims that may be of the same buyer, and what the law makes of it. */
public record Standing(List<BuyerLink> links, Qualification law) {
    public Standing {
        links = List.copyOf(links);
    }
}
