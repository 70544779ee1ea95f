package org.pengjiang.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import org.pengjiang.localstack.StackFailure;

/** Loopback ports. */
public final class Ports {

    // below the kernel's ephemeral range, so that no outgoing connection takes a port between choosing and binding it
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    public static int free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StackFailure("No free port between " + LOWEST + " and " + HIGHEST + "; stop what occupies them.");
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // without SO_REUSEADDR a port still in TIME_WAIT after a stop would look taken
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @param wantedBy who needs the port, for the message when somebody else has it */
    public static void requireFree(int port, String wantedBy) {
        if (!isFree(port)) {
            String owner = PortOwner.find(port).map(name -> " (" + name + ")").orElse("");
            throw new StackFailure("Port " + port + " for " + wantedBy + " is taken by another program" + owner
                    + "; stop that program, or start the suite on other ports with ./suite up --port-offset 1000.");
        }
    }

    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
