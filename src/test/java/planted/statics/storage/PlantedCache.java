package planted.statics.storage;

import java.util.HashMap;

final class PlantedCache {
    static final HashMap<String, String> CACHE = new HashMap<>();
}
