package planted.network.app;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;

final class PlantedServer {
    Object server() throws IOException {
        return HttpServer.create();
    }
}
