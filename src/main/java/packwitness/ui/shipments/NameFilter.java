package packwitness.ui.shipments;

import packwitness.shipment.FilterNames;
import packwitness.shipment.search.Filters;
import packwitness.ui.kit.Platforms;

import java.util.List;
import java.util.Optional;

/** A filter that is set to a name out of several. */
public enum NameFilter {
    STATION,
    PACKER,
    PLATFORM,
    CARRIER;

    /** Returns the names to choose from. */
    List<String> among(FilterNames names) {
        return switch (this) {
            case STATION -> names.stations();
            case PACKER -> names.packers();
            case PLATFORM -> names.platforms();
            case CARRIER -> names.carriers();
        };
    }

    /** Returns these filters with this one set to the name. */
    Filters put(Filters filters, String name) {
        Optional<String> only = Optional.of(name);
        return switch (this) {
            case STATION -> filters.at(only);
            case PACKER -> filters.packedBy(only);
            case PLATFORM -> filters.on(only);
            case CARRIER -> filters.sentBy(only);
        };
    }

    /** Returns the name as people read it. */
    String said(String name) {
        return this == PLATFORM ? Platforms.name(name) : name;
    }
}
