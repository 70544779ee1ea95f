package org.pengjiang.localstack.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.pengjiang.localstack.StackFailure;

/** Makes the topics: Kafka itself makes none, so that a misspelt name is an error and partitions never vary. */
final class Topics {
    /** The same limit as the services' own: {@code MessageSize} of service-kit. */
    private static final int LARGEST_MESSAGE = 1024 * 1024;

    /** A rebuild reads from event 0, so nothing ever expires. */
    static final Map<String, String> SETTINGS =
            Map.of("retention.ms", "-1", "max.message.bytes", Integer.toString(LARGEST_MESSAGE));

    private static final int PATIENCE_SECONDS = 60;

    private Topics() {}

    static void ensure(String bootstrapServers, List<String> names, int partitions) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "default.api.timeout.ms", PATIENCE_SECONDS * 1000);
        try (Admin admin = Admin.create(settings)) {
            ensure(admin, names, partitions);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure("Kafka on " + bootstrapServers + " does not make its topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while Kafka made its topics.", e);
        }
    }

    /** Makes those that are missing; those that are there get today's settings. */
    static void ensure(Admin admin, List<String> names, int partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> present = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<NewTopic> missing = names.stream()
                .filter(name -> !present.contains(name))
                .map(name -> new NewTopic(name, partitions, (short) 1).configs(SETTINGS))
                .toList();
        admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<AlterConfigOp> settings = SETTINGS.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        names.stream()
                .filter(present::contains)
                .forEach(name -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, name), settings));
        admin.incrementalAlterConfigs(changes).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
