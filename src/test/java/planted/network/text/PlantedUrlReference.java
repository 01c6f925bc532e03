package planted.network.text;

import java.net.URL;
import java.util.concurrent.Callable;

final class PlantedUrlReference {
    Callable<Object> page(URL url) {
        return url::getContent;
    }
}
