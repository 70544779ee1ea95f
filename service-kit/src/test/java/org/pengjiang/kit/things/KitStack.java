package org.pengjiang.kit.things;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.pengjiang.localstack.LocalStack;
import org.pengjiang.localstack.SharedServers;
import org.pengjiang.localstack.StackOptions;
import org.pengjiang.localstack.kafka.KafkaOptions;
import org.pengjiang.localstack.postgres.PostgresOptions;
import org.pengjiang.localstack.postgres.ServiceDatabase;
import org.pengjiang.localstack.process.Ports;

/** Real PostgreSQL and Kafka on free ports, the same ones for every application of this test run. */
public class KitStack implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return SharedServers.settings("kit", KitStack::servers);
    }

    private static Map<String, String> servers() {
        LocalStack stack = LocalStack.start(new StackOptions(
                PostgresOptions.forTests("kit"), KafkaOptions.forTests("kit.events", "calendar.events")));
        ServiceDatabase database = stack.postgres().database("kit");
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.app().user(),
                "quarkus.datasource.password", database.app().password(),
                "quarkus.flyway.username", database.owner().user(),
                "quarkus.flyway.password", database.owner().password(),
                "test.superuser", stack.postgres().administrator().user(),
                "test.superuser.password", stack.postgres().administrator().password(),
                "suite.kafka.bootstrap-servers", stack.kafka().bootstrapServers(),
                // letters go by mail to a port where a test listens, or does not
                "suite.notices.smtp.port", Integer.toString(Ports.free()));
    }

    /** The servers go on for the next application. */
    @Override
    public void stop() {}
}
