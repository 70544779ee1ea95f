package org.pengjiang.localstack.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The child JVM's entry: formats the log folder at first start, then becomes the broker. */
final class KafkaMain {

    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        Path configuration = Path.of(arguments[0]);
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(configuration)) {
            properties.load(reader);
        }
        Path data = Path.of(properties.getProperty("log.dirs"));
        if (!Files.exists(data.resolve("meta.properties"))) {
            String[] format = {
                "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", configuration.toString()
            };
            int outcome = StorageTool.execute(format, System.out);
            if (outcome != 0) {
                System.exit(outcome);
            }
        }
        Kafka.main(new String[] {configuration.toString()});
    }
}
