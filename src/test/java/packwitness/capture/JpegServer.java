package packwitness.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A network camera that sends motion JPEG over HTTP, as badly as it is told. */
public final class JpegServer implements AutoCloseable {
    /** What one viewer gets; ending it drops the connection. */
    public interface Show {
        void run(Parts parts) throws IOException, InterruptedException;
    }

    /** Sends the parts of one answer. */
    public static final class Parts {
        private final OutputStream out;
        private int sent;

        Parts(OutputStream out) {
            this.out = out;
        }

        /** Sends one whole picture. */
        public void picture() throws IOException {
            byte[] jpeg = Jpegs.jpeg(320, 180, sent++);
            head(jpeg.length);
            out.write(jpeg);
            text("\r\n");
        }

        void head(int length) throws IOException {
            text("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + length + "\r\n\r\n");
        }

        void text(String text) throws IOException {
            bytes(text.getBytes(StandardCharsets.US_ASCII));
        }

        void bytes(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger refused = new AtomicInteger();
    private final String authorization;
    private HttpServer server;
    private int port;
    private volatile Show show;

    private JpegServer(Show show, String authorization) throws IOException {
        this.show = show;
        this.authorization = authorization;
        server = start();
    }

    /** Starts a camera that anybody may see. */
    public static JpegServer open(Show show) throws IOException {
        return new JpegServer(show, "");
    }

    /** Starts a camera that wants a name and a password. */
    public static JpegServer guarded(Show show, String user, String password) throws IOException {
        String both = user + ":" + password;
        byte[] bytes = both.getBytes(StandardCharsets.UTF_8);
        return new JpegServer(show, "Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    private HttpServer start() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        HttpServer made = HttpServer.create(new InetSocketAddress(here, port), 0);
        made.createContext("/video", this::answer);
        made.setExecutor(threads);
        made.start();
        port = made.getAddress().getPort();
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (!authorization.isEmpty() && !authorization.equals(given)) {
            refused.incrementAndGet();
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"camera\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders()
                .set("Content-Type", "multipart/x-mixed-replace;boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            show.run(new Parts(out));
        } catch (IOException closedByViewer) {
            // The viewer has seen enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void show(Show next) {
        show = next;
    }

    public int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port + "/video";
    }

    int refused() {
        return refused.get();
    }

    /** Takes the camera off the network. */
    void stop() {
        server.stop(0);
    }

    /** Puts it back at the same address. */
    void restart() throws IOException {
        server = start();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
