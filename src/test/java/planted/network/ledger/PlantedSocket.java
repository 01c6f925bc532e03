package planted.network.ledger;

import java.net.Socket;

final class PlantedSocket {
    Object socket() {
        return new Socket();
    }
}
