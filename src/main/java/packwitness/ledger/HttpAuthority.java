package packwitness.ledger;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An authority reached over HTTP, as the owner configured it. Safe for any thread. */
public final class HttpAuthority implements TimestampAuthority {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int LARGEST_ANSWER = 1 << 18;
    private static final int OK = 200;

    private final String name;
    private final URI address;
    private final AuthorityKind kind;

    public HttpAuthority(String name, URI address, AuthorityKind kind) {
        this.name = name;
        this.address = address;
        this.kind = kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AuthorityKind kind() {
        return kind;
    }

    @Override
    public byte[] stamp(byte[] request) throws Failure {
        HttpRequest post =
                HttpRequest.newBuilder(address)
                        .timeout(ANSWER)
                        .header("Content-Type", "application/timestamp-query")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<InputStream> answer =
                    client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
                if (answer.statusCode() != OK || bytes.length > LARGEST_ANSWER)
                    throw new Failure(
                            LedgerProblem.STAMP_REFUSED, name, "HTTP " + answer.statusCode());
                return bytes;
            } finally {
                client.shutdownNow();
            }
        } catch (IOException e) {
            throw new Failure(LedgerProblem.AUTHORITY_SILENT, e, name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(LedgerProblem.AUTHORITY_SILENT, e, name);
        }
    }
}
