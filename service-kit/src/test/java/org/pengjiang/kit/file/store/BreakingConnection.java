package org.pengjiang.kit.file.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes connections on to another port, until so many bytes have gone one way: then something breaks. */
final class BreakingConnection implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final long breaksAfter;
    private final boolean isOfRequests;
    private final Break then;
    private long passed;

    interface Break {
        void happens() throws Exception;
    }

    private BreakingConnection(int target, long breaksAfter, boolean isOfRequests, Break then) throws IOException {
        this.target = target;
        this.breaksAfter = breaksAfter;
        this.isOfRequests = isOfRequests;
        this.then = then;
        Thread.ofVirtual().start(this::accept);
    }

    /** Does this when so much has been sent to the server. */
    static BreakingConnection ofRequests(int target, long bytes, Break then) throws IOException {
        return new BreakingConnection(target, bytes, true, then);
    }

    /** Hangs up when the server has sent so much. */
    static BreakingConnection ofAnswers(int target, long bytes) throws IOException {
        return new BreakingConnection(target, bytes, false, () -> {
            throw new IOException("hung up");
        });
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = entrance.accept();
                try {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    Thread.ofVirtual().start(() -> pass(caller, server, isOfRequests));
                    Thread.ofVirtual().start(() -> pass(server, caller, !isOfRequests));
                } catch (IOException away) {
                    caller.close();
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void pass(Socket from, Socket to, boolean isCounted) {
        byte[] buffer = new byte[16 << 10];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                if (isCounted && hasPassed(read)) {
                    then.happens();
                }
            }
        } catch (Exception broken) {
            // as it is meant to be
        }
    }

    private synchronized boolean hasPassed(int bytes) {
        boolean before = passed > breaksAfter;
        passed += bytes;
        return !before && passed > breaksAfter;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
