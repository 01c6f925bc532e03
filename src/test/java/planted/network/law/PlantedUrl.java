package planted.network.law;

import java.io.IOException;
import java.net.URL;

final class PlantedUrl {
    Object page(URL url) throws IOException {
        return url.openStream();
    }
}
