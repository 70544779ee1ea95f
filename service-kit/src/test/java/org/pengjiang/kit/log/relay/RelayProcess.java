package org.pengjiang.kit.log.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.pengjiang.kit.jdbc.JdbcSettings;
import org.pengjiang.kit.kafka.KafkaConnection;
import org.pengjiang.kit.log.SignalOfNobody;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** A replica that does nothing but relay, in a process of its own that can be killed and frozen. */
public final class RelayProcess {
    private RelayProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        JdbcSettings database = RelayTesting.database(arguments[0], arguments[1], arguments[2]);
        loop(database, arguments[3], RelayTesting.Config.USUAL, new SimpleMeterRegistry())
                .start();
        Thread.currentThread().join();
    }

    static SupervisedLoop loop(
            JdbcSettings database, String bootstrapServers, RelayConfig config, MeterRegistry meters) {
        Relay relay = new Relay(
                config,
                database,
                () -> RelayThread.connected(new KafkaPublisher(broker(bootstrapServers), "kit.events", "/kit", meters)),
                SignalOfNobody.signal(),
                meters);
        return new SupervisedLoop("relay", relay, meters);
    }

    private static KafkaConnection broker(String bootstrapServers) {
        return new KafkaConnection(new SmallRyeConfigBuilder()
                .withDefaultValue("suite.kafka.bootstrap-servers", bootstrapServers)
                .build());
    }
}
