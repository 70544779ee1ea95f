package org.pengjiang.kit.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of a request is told once, and rightly, whichever way it comes: asked of a real server over real connections. */
class RequestEndTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<RoutingContext> arrived = new LinkedBlockingQueue<>();
    private final List<Boolean> ends = new CopyOnWriteArrayList<>();
    private volatile Handler<RoutingContext> handler = arrived::add;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(request -> handler.handle(request));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoIsAnsweredHasNotHungUp() throws Exception {
        // Given
        handler = request -> {
            RequestEnd.of(request).then(ends::add);
            request.response().end("done");
        };

        // When
        for (String connection : List.of("keep-alive", "close")) {
            try (Socket caller = call(connection)) {
                assertEquals('H', caller.getInputStream().read());
            }
        }

        // Then
        await().atMost(SOON).until(() -> ends.size() == 2);
        assertEquals(List.of(false, false), ends);
    }

    @Test
    void whoGoesBeforeTheAnswerHasHungUp() throws Exception {
        // Given
        handler = request -> {
            RequestEnd.of(request).then(ends::add);
            arrived.add(request);
        };
        Socket caller = call("keep-alive");
        RoutingContext request = next();

        // When
        caller.close();

        // Then
        await().atMost(SOON).until(() -> ends.size() == 1);
        request.response().end("too late");
        assertEquals(List.of(true), ends);
    }

    @Test
    void whoGoesWhileTheFrameworkStreamsTheAnswerHasHungUp() throws Exception {
        // Given
        handler = request -> {
            RequestEnd.of(request).then(ends::add);
            HttpServerResponse response = request.response();
            // as VertxOutputStream does, whose own handlers take the place of the router's
            response.exceptionHandler(failure -> {});
            response.closeHandler(closed -> {});
            response.setChunked(true).write("x".repeat(1_000));
        };
        Socket caller = call("keep-alive");
        assertEquals('H', caller.getInputStream().read());

        // When
        caller.close();

        // Then
        await().atMost(SOON).until(() -> ends.size() == 1);
        assertEquals(List.of(true), ends);
    }

    @Test
    void whatIsAddedAfterTheCallerHasGoneIsDoneAllTheSame() throws Exception {
        // Given
        List<RoutingContext> requests = new ArrayList<>();
        handler = request -> {
            RequestEnd.of(request);
            arrived.add(request);
        };
        requests.add(gone());
        handler = arrived::add;
        requests.add(gone());

        // When
        requests.forEach(request -> RequestEnd.of(request).then(ends::add));

        // Then
        await().atMost(SOON).until(() -> ends.size() == 2);
        assertEquals(List.of(true, true), ends);
    }

    @Test
    void anAnswerThatEndsWhileTheCallerGoesIsCountedOnce() throws Exception {
        // Given
        int rounds = 300;
        Map<RoutingContext, AtomicInteger> count = new ConcurrentHashMap<>();
        handler = request -> {
            RequestEnd.of(request)
                    .then(hungUp -> count.computeIfAbsent(request, one -> new AtomicInteger())
                            .incrementAndGet());
            arrived.add(request);
        };

        // When
        for (int i = 0; i < rounds; i++) {
            Socket caller = call("keep-alive");
            // a reset, which the server sees as a failure of the connection and then as its end
            caller.setSoLinger(true, 0);
            HttpServerResponse response = next().response();
            Thread closing = Thread.ofVirtual().start(() -> closeQuietly(caller));
            response.end("done");
            closing.join();
        }

        // Then
        await().atMost(SOON).until(() -> count.size() == rounds);
        assertEquals(
                rounds, count.values().stream().mapToInt(AtomicInteger::get).sum());
    }

    private RoutingContext gone() throws Exception {
        Socket caller = call("keep-alive");
        RoutingContext request = next();
        caller.close();
        await().atMost(SOON).until(() -> request.response().closed());
        return request;
    }

    private RoutingContext next() throws InterruptedException {
        RoutingContext request = arrived.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new IllegalStateException("no request arrived");
        }
        return request;
    }

    private Socket call(String connection) throws IOException {
        Socket caller = new Socket("127.0.0.1", server.actualPort());
        caller.getOutputStream()
                .write(("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection + "\r\n\r\n")
                        .getBytes(US_ASCII));
        caller.getOutputStream().flush();
        return caller;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
