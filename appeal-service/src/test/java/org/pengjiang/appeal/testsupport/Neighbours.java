package org.pengjiang.appeal.testsupport;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pengjiang.kit.testing.Database;

/** What the other services own, as this one knows it: by their events, or as if these had come already. */
public final class Neighbours {
    private Neighbours() {}

    public static void unit(String code, String division, String kind) {
        execute(
                "INSERT INTO known_unit (id, code, name, division, kind, subject_version) VALUES (?, ?, ?, ?, ?, 1)",
                UUID.randomUUID(),
                code,
                "范例单位" + code,
                division,
                kind);
    }

    public static UUID project(String division, String... enterprises) {
        UUID id = UUID.randomUUID();
        execute(
                "INSERT INTO known_project (id, no, division, enterprises, subject_version)"
                        + " VALUES (?, 'P-440703-2026-0001', ?, string_to_array(?, ','), 1)",
                id,
                division,
                String.join(",", enterprises));
        return id;
    }

    /** @param members accounts beside leader and head */
    public static UUID openClass(
            UUID project, String division, String leadUnit, String leader, String head, List<String> members) {
        UUID id = UUID.randomUUID();
        execute(
                "INSERT INTO known_special_class (class_id, project_id, project_no, division, lead_unit, leader, head,"
                        + " open, subject_version) VALUES (?, ?, 'P-440703-2026-0001', ?, ?, ?, ?, true, 2)",
                id,
                project,
                division,
                leadUnit,
                leader,
                head);
        members.forEach(member -> execute(
                "INSERT INTO known_class_member (class_id, account, department, role) VALUES (?, ?, 'X', 'MEMBER')",
                id,
                member));
        return id;
    }

    /** Publishes as the owner of the topic would. */
    public static void publish(String topic, String type, UUID subject, long version, String data) {
        String servers = ConfigProvider.getConfig().getValue("suite.kafka.bootstrap-servers", String.class);
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> message = new ProducerRecord<>(topic, subject.toString(), data);
            Map<String, String> headers = Map.of(
                    "ce_specversion",
                    "1.0",
                    "ce_id",
                    UUID.randomUUID().toString(),
                    "ce_type",
                    type,
                    "ce_source",
                    "/" + topic.replace(".events", "-service"),
                    "ce_time",
                    "2026-09-18T08:00:00Z",
                    "ce_subject",
                    subject.toString(),
                    "ce_subjectversion",
                    Long.toString(version),
                    "ce_sequence",
                    Long.toString(version),
                    "ce_division",
                    "440703",
                    "content-type",
                    "application/json");
            headers.forEach((key, value) -> message.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql, Object... values) {
        try (Connection connection = Database.administer();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
