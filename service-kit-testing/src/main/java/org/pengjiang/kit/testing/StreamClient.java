package org.pengjiang.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reads a stream of server-sent events of the service under test, as the standard says: events, ids and comments. */
public final class StreamClient implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;
    private volatile String lastId = "";
    private final AtomicInteger comments = new AtomicInteger();
    private volatile boolean hasEnded;
    private volatile boolean isCut;

    /** An event that the client is told of. */
    public record Event(String id, String type, String data) {}

    private StreamClient(HttpResponse<InputStream> answer) {
        this.status = answer.statusCode();
        this.headers = answer.headers();
        this.body = answer.body();
        if (status == 200) {
            Thread.ofVirtual().start(this::read);
        }
    }

    /** Returns when the head of the answer is there. */
    public static StreamClient open(Persona persona, String path) throws IOException {
        return open(persona.token(), path, null);
    }

    public static StreamClient open(String token, String path, @Nullable String lastEventId) throws IOException {
        URI address = URI.create(
                ConfigProvider.getConfig().getValue("test.url", String.class).replaceAll("/+$", "") + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream, application/problem+json");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new StreamClient(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            String type = "message";
            StringBuilder data = new StringBuilder();
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    lastId = id;
                    if (!data.isEmpty()) {
                        events.add(new Event(id, type, data.toString().strip()));
                    }
                    data.setLength(0);
                    type = "message";
                } else if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else {
                    String[] field = line.split(": ?", 2);
                    switch (field[0]) {
                        case "id" -> id = field[1];
                        case "event" -> type = field[1];
                        case "data" -> data.append(field[1]).append('\n');
                        default -> {}
                    }
                }
            }
            hasEnded = true;
        } catch (IOException cut) {
            isCut = true;
        }
    }

    public int status() {
        return status;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Of an answer that is no stream. */
    public String refusal() throws IOException {
        return new String(body.readAllBytes(), UTF_8);
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** From where to come again. */
    public String lastId() {
        return lastId;
    }

    public int comments() {
        return comments.get();
    }

    /** Whether the service ended the stream as a whole answer. */
    public boolean hasEnded() {
        return hasEnded;
    }

    /** Whether the connection broke. */
    public boolean isCut() {
        return isCut;
    }

    /** Hangs up. */
    @Override
    public void close() throws IOException {
        body.close();
    }
}
