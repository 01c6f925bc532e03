package planted.http.shop;

import java.net.http.HttpClient;

final class PlantedCall {
    Object client() {
        return HttpClient.newHttpClient();
    }
}
