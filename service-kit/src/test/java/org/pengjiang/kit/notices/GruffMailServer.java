package org.pengjiang.kit.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every recipient with the same line, or hangs up before its word on a letter, or after some letters. */
final class GruffMailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String toRecipient;
    private final boolean hangsUp;
    private final int lettersPerConnection;
    private final AtomicInteger letters = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    GruffMailServer(int port, String toRecipient, boolean hangsUp) throws IOException {
        this(port, toRecipient, hangsUp, Integer.MAX_VALUE);
    }

    GruffMailServer(int port, String toRecipient, boolean hangsUp, int lettersPerConnection) throws IOException {
        this.lettersPerConnection = lettersPerConnection;
        this.socket = new ServerSocket(port, 10, InetAddress.getByName("127.0.0.1"));
        this.toRecipient = toRecipient;
        this.hangsUp = hangsUp;
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int letters() {
        return letters.get();
    }

    int connections() {
        return connections.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                connections.incrementAndGet();
                talk(client);
            } catch (IOException ended) {
                // the client went, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        int taken = 0;
        say(client, "220 gruff");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                say(client, toRecipient);
            } else if (line.startsWith("DATA")) {
                say(client, "354 go on");
                for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                    // nobody reads it
                }
                letters.incrementAndGet();
                if (hangsUp) {
                    return;
                }
                say(client, "250 taken");
                if (++taken == lettersPerConnection) {
                    return;
                }
            } else if (line.startsWith("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 gruff");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
