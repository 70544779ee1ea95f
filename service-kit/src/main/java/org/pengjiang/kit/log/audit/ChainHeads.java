package org.pengjiang.kit.log.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.pengjiang.kit.jdbc.Jdbc;
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

    Optional<ChainHead> of(Connection connection, UUID subject) {
        return Jdbc.on(connection).first("SELECT * FROM (" + union + ") heads WHERE id = ?", ChainHeads::head, subject);
    }

    /** The next ones in the order of their ids. */
    List<ChainHead> after(Connection connection, UUID subject, int limit) {
        return Jdbc.on(connection)
                .list(
                        "SELECT * FROM (" + union + ") heads WHERE id > ? ORDER BY id LIMIT ?",
                        ChainHeads::head,
                        subject,
                        limit);
    }

    private static ChainHead head(ResultSet row) throws SQLException {
        return new ChainHead(
                row.getObject("id", UUID.class),
                row.getString("subject_type"),
                row.getString("division"),
                row.getLong("log_version"),
                row.getBytes("last_hash"));
    }
}
