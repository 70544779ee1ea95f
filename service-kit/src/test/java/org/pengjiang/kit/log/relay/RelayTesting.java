package org.pengjiang.kit.log.relay;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Properties;
import org.pengjiang.kit.jdbc.JdbcSettings;
import org.pengjiang.kit.log.LogDatabase;

final class RelayTesting {
    private RelayTesting() {}

    static JdbcSettings database(LogDatabase log) {
        return database(
                log.database().jdbcUrl(),
                log.database().app().user(),
                log.database().app().password());
    }

    static JdbcSettings database(String jdbcUrl, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return new JdbcSettings(jdbcUrl, properties);
    }

    record Config(boolean enabled, int batch, MemorySize batchSize, Duration idleSession, Duration standby)
            implements RelayConfig {
        static final Config USUAL = new Config(
                true, 100, new MemorySize(BigInteger.valueOf(4 << 20)), Duration.ofSeconds(1), Duration.ofMillis(100));

        Config withBatch(int rows) {
            return new Config(enabled, rows, batchSize, idleSession, standby);
        }

        Config withBatchSize(long bytes) {
            return new Config(enabled, batch, new MemorySize(BigInteger.valueOf(bytes)), idleSession, standby);
        }
    }
}
