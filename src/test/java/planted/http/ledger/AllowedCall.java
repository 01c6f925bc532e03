package planted.http.ledger;

import java.net.http.HttpClient;

final class AllowedCall {
    Object client() {
        return HttpClient.newHttpClient();
    }
}
