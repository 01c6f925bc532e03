package planted.network.cli;

import javax.net.ssl.SSLSocketFactory;

final class PlantedSecureSocket {
    Object factory() {
        return SSLSocketFactory.getDefault();
    }
}
