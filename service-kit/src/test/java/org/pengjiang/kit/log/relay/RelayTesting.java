package org.pengjiang.kit.log.relay;

import java.time.Duration;
import org.pengjiang.kit.log.LogDatabase;

final class RelayTesting {
    private RelayTesting() {}

    static RelayDatabase database(LogDatabase log) {
        return new RelayDatabase(
                log.database().jdbcUrl(),
                log.database().app().user(),
                log.database().app().password());
    }

    record Config(boolean enabled, int batch, Duration idleSession, Duration standby) implements RelayConfig {
        static final Config USUAL = new Config(true, 100, Duration.ofMillis(400), Duration.ofMillis(100));
    }
}
