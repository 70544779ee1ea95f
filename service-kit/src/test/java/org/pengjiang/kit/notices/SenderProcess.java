package org.pengjiang.kit.notices;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.supervision.Period;
import org.postgresql.ds.PGSimpleDataSource;

/** A replica that does nothing but send, in a process of its own that can be killed. */
public final class SenderProcess {
    private SenderProcess() {}

    /** Address, user and password of the database, port of the mail server, the encryptor's key. */
    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        byte[] key = Base64.getDecoder().decode(arguments[4]);
        // the letters are urgent: no calendar is asked
        WorkCalendar none = null;
        Clock clock = Clock.systemUTC();
        SendNotices sender = new SendNotices(
                new Settings(Integer.parseInt(arguments[3])),
                new NoticeStore(database),
                new NoticeAddressBook(database, new Encryptor(Map.of("k1", key), key)),
                new WorkingHours(none, clock),
                new NoticeMetrics(new SimpleMeterRegistry()),
                clock);
        System.out.println("ready");
        while (true) {
            sender.send();
        }
    }

    static String[] command(String... arguments) {
        String[] java = {
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SenderProcess.class.getName()
        };
        String[] command = Arrays.copyOf(java, java.length + arguments.length);
        System.arraycopy(arguments, 0, command, java.length, arguments.length);
        return command;
    }

    private record Settings(int smtpPort) implements NoticeConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Period sendEvery() {
            return Period.OFF;
        }

        @Override
        public Optional<ChannelName> channel() {
            return Optional.of(ChannelName.SMTP);
        }

        @Override
        public int batch() {
            return 50;
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(2);
        }

        @Override
        public List<Duration> pauses() {
            return List.of(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100));
        }

        @Override
        public Optional<String> linkBase() {
            return Optional.empty();
        }

        @Override
        public Smtp smtp() {
            return new Server(smtpPort);
        }
    }

    private record Server(int port) implements NoticeConfig.Smtp {
        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public NoticeConfig.Security security() {
            return NoticeConfig.Security.NONE;
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
            return Duration.ofSeconds(2);
        }
    }
}
