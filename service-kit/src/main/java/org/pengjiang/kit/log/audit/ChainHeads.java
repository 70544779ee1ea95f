package org.pengjiang.kit.log.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.LoggedAggregate;

/** The heads of every aggregate of the service, over all of their tables. */
@ApplicationScoped
class ChainHeads {
    private final String union;

    ChainHeads(EntityManagerFactory entities) {
        SessionFactoryImplementor factory = entities.unwrap(SessionFactoryImplementor.class);
        union = factory.getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(LoggedAggregate.class::isAssignableFrom)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .map(type -> factory.getMappingMetamodel()
                        .getEntityDescriptor(type)
                        .getMappedTableDetails()
                        .getTableName())
                .distinct()
                .sorted()
                .map("SELECT id, '%1$s' AS subject_type, division, log_version, last_hash FROM %1$s"::formatted)
                .collect(Collectors.joining(" UNION ALL "));
    }

    @Nullable ChainHead of(Connection connection, UUID subject) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM (" + union + ") heads WHERE id = ?")) {
            query.setObject(1, subject);
            List<ChainHead> heads = read(query);
            return heads.isEmpty() ? null : heads.getFirst();
        }
    }

    /** The next ones in the order of their ids. */
    List<ChainHead> after(Connection connection, UUID subject, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM (" + union + ") heads WHERE id > ? ORDER BY id LIMIT ?")) {
            query.setObject(1, subject);
            query.setInt(2, limit);
            return read(query);
        }
    }

    private static List<ChainHead> read(PreparedStatement query) throws SQLException {
        List<ChainHead> heads = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                heads.add(new ChainHead(
                        row.getObject("id", UUID.class),
                        row.getString("subject_type"),
                        row.getString("division"),
                        row.getLong("log_version"),
                        row.getBytes("last_hash")));
            }
        }
        return heads;
    }
}
