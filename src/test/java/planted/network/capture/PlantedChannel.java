package planted.network.capture;

import java.io.IOException;
import java.nio.channels.SocketChannel;

final class PlantedChannel {
    Object channel() throws IOException {
        return SocketChannel.open();
    }
}
