package org.pengjiang.kit.log.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a broker and makes it slow: every answer, or the first one of a connection. */
final class DelayingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile Duration perAnswer = Duration.ZERO;
    private volatile Duration perConnection = Duration.ZERO;

    DelayingProxy() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        background(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    DelayingProxy to(int port) {
        target = port;
        return this;
    }

    void delayAnswersBy(Duration delay) {
        perAnswer = delay;
    }

    void delayConnectionsBy(Duration delay) {
        perConnection = delay;
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            background(() -> connect(client));
        }
    }

    private void connect(Socket client) throws IOException, InterruptedException {
        Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(broker);
        client.setTcpNoDelay(true);
        broker.setTcpNoDelay(true);
        Thread.sleep(perConnection);
        background(() -> pump(client, broker, false));
        pump(broker, client, true);
    }

    private void pump(Socket from, Socket to, boolean answers) throws IOException, InterruptedException {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers) {
                    Thread.sleep(perAnswer);
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void background(Work work) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // one side has hung up, which the other one sees
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
