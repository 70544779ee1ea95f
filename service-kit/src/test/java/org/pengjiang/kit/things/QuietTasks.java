package org.pengjiang.kit.things;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Nothing is reminded or sent but by the test; letters go by mail to a port where the test listens, or does not. */
public class QuietTasks implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("suite.tasks.remind-every", "off"),
                Map.entry("suite.dues.every", "off"),
                Map.entry("suite.notices.send-every", "off"),
                Map.entry("suite.notices.channel", "SMTP"),
                Map.entry("suite.notices.pauses", "100ms,100ms,100ms"),
                Map.entry("suite.notices.lease", "2s"),
                Map.entry("suite.notices.link-base", "https://suite.example.com"),
                Map.entry("suite.notices.smtp.host", "127.0.0.1"),
                Map.entry("suite.notices.smtp.port", Integer.toString(freePort())),
                Map.entry("suite.notices.smtp.security", "NONE"),
                Map.entry("suite.notices.smtp.from", "suite@example.com"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
