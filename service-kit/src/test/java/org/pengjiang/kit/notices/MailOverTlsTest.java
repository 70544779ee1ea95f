package org.pengjiang.kit.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter goes out encrypted to a server that proves its name, and to no other. */
class MailOverTlsTest {
    private static final String SECRET = "fictional";

    @TempDir
    private static Path folder;

    private static Path named;
    private static Path ofAnother;
    private static Process sender;

    @BeforeAll
    static void trustOneAuthority() throws Exception {
        named = keyStore("named", "SAN=DNS:localhost,IP:127.0.0.1");
        ofAnother = keyStore("another", "SAN=DNS:mail.example.com");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (Path store : new Path[] {named, ofAnother}) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(store)) {
                keys.load(file, SECRET.toCharArray());
            }
            trusted.setCertificateEntry(store.getFileName().toString(), keys.getCertificate("mail"));
        }
        Path trust = folder.resolve("trust.p12");
        try (OutputStream file = Files.newOutputStream(trust)) {
            trusted.store(file, SECRET.toCharArray());
        }
        sender = processThatTrusts(trust);
    }

    @AfterAll
    static void end() throws InterruptedException {
        sender.destroyForcibly().waitFor();
    }

    @Test
    void aServerOfTheRightNameGetsTheLetter() throws Exception {
        assertEquals(1, sent(named, NoticeConfig.Security.TLS, true));
    }

    @Test
    void aServerOfAnotherNameGetsNothing() throws Exception {
        assertEquals(0, sent(ofAnother, NoticeConfig.Security.TLS, false));
    }

    @Test
    void aServerThatNobodyVouchesForGetsNothing() throws Exception {
        Path own = keyStore("own", "SAN=DNS:localhost,IP:127.0.0.1");
        assertEquals(0, sent(own, NoticeConfig.Security.TLS, false));
    }

    @Test
    void aServerWithoutEncryptionGetsNothing() throws Exception {
        assertEquals(0, sent(null, NoticeConfig.Security.STARTTLS, false));
        assertEquals(0, sent(null, NoticeConfig.Security.TLS, false));
    }

    @Test
    void theServerWithoutEncryptionIsThere() throws Exception {
        assertEquals(1, sent(null, NoticeConfig.Security.NONE, true));
    }

    /** How many letters arrived, by TLS with the certificate of the store, or in the clear where there is none. */
    private static int sent(@Nullable Path store, NoticeConfig.Security security, boolean expected) throws Exception {
        ServerSetup setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(setup);
        server.start();
        // not the TLS of GreenMail: all its servers of one process have the certificate of the first
        try (TlsFront front = store == null ? null : TlsFront.before(setup.getPort(), keys(store))) {
            int port = front == null ? setup.getPort() : front.port();
            String delivery = deliveredBy(sender, port, security);
            assertEquals(expected, delivery.startsWith("Sent"), delivery);
            return server.getReceivedMessages().length;
        } finally {
            server.stop();
        }
    }

    private static SSLContext keys(Path store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), SECRET.toCharArray()), SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Takes TLS off and hands on what comes in the clear. */
    private record TlsFront(ServerSocket socket, int behind) implements AutoCloseable {
        static TlsFront before(int port, SSLContext keys) throws IOException {
            ServerSocket socket =
                    keys.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            TlsFront front = new TlsFront(socket, port);
            Thread.ofVirtual().start(front::accept);
            return front;
        }

        int port() {
            return socket.getLocalPort();
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    Socket caller = socket.accept();
                    Socket server = new Socket("127.0.0.1", behind);
                    Thread.ofVirtual().start(() -> handOn(caller, server));
                    Thread.ofVirtual().start(() -> handOn(server, caller));
                } catch (IOException e) {
                    // closed at the end of the test
                }
            }
        }

        private static void handOn(Socket from, Socket to) {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // a caller who does not trust the certificate ends the connection
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** What a process trusts is decided once, when it starts. */
    private static Process processThatTrusts(Path store) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djavax.net.ssl.trustStore=" + store,
                        "-Djavax.net.ssl.trustStorePassword=" + SECRET,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MailOverTlsTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What became of a letter to that port. */
    private static String deliveredBy(Process process, int port, NoticeConfig.Security security) throws IOException {
        process.outputWriter().write(port + " " + security + "\n");
        process.outputWriter().flush();
        return String.valueOf(process.inputReader().readLine());
    }

    /** Sends one letter for each line, to its port with its security, and prints what became of it. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            NoticeConfig.Security security = NoticeConfig.Security.valueOf(words[1]);
            System.out.println(String.valueOf(send(new SmtpChannel(config(Integer.parseInt(words[0]), security))))
                    .replace('\n', ' '));
        }
    }

    private static Delivery send(SmtpChannel channel) {
        try (Channel.Dispatch dispatch = channel.open()) {
            return dispatch.send(new RenderedNotice(
                    UUID.randomUUID(), "unit U1", "unit@example.com", "subject", "body", "en", Instant.EPOCH));
        }
    }

    private static Path keyStore(String name, String names) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        names,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET)
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        return store;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static NoticeConfig.Smtp config(int port, NoticeConfig.Security security) {
        return new NoticeConfig.Smtp() {
            @Override
            public Optional<String> host() {
                return Optional.of("localhost");
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public NoticeConfig.Security security() {
                return security;
            }

            @Override
            public Optional<String> user() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public Optional<String> from() {
                return Optional.of("suite@example.com");
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(10);
            }
        };
    }
}
