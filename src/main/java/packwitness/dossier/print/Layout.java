package packwitness.dossier.print;

import java.util.Map;

/** Where things came to stand in the pass before: page numbers by anchor, and the last page. */
record Layout(int pages, Map<String, Integer> places) {
    static final Layout UNKNOWN = new Layout(0, Map.of());

    Layout {
        places = Map.copyOf(places);
    }

    /** Returns the page as printed, or an en dash before it is known. */
    String page(String anchor) {
        Integer page = places.get(anchor);
        return page == null ? "–" : page.toString();
    }
}
