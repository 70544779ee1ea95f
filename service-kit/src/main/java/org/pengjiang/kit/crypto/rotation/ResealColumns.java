package org.pengjiang.kit.crypto.rotation;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.Vault;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Walks every sealed column that is due. */
@ApplicationScoped
class ResealColumns implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ResealColumns.class);
    private static final String REGISTER =
            "INSERT INTO sealed_column (table_name, column_name) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final DataSource database;
    private final Vault vault;
    private final RotationConfig config;
    private final List<SealedColumn> columns;
    private volatile boolean stopping;
    private @Nullable OffsetDateTime started;

    ResealColumns(DataSource database, Vault vault, RotationConfig config, @All List<SealedColumn> columns) {
        this.database = database;
        this.vault = vault;
        this.config = config;
        this.columns = columns;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Override
    public String name() {
        return "key-rotation";
    }

    @Override
    public Period period() {
        return config.lookEvery();
    }

    @Override
    public void round() {
        for (SealedColumn column : columns) {
            ColumnWalk walk = new ColumnWalk(database, vault, config, column, started());
            register(column);
            while (!stopping && walk.step() == ColumnWalk.Step.MORE) {
                SupervisedLoop.progress();
                pause();
            }
        }
    }

    /** By the database's clock, which all replicas share. */
    private synchronized OffsetDateTime started() {
        OffsetDateTime known = started;
        if (known == null) {
            known = now();
            started = known;
        }
        return known;
    }

    private OffsetDateTime now() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT clock_timestamp()");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        } catch (SQLException e) {
            throw new IllegalStateException("the time of the database cannot be read", e);
        }
    }

    private void register(SealedColumn column) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(REGISTER)) {
            insert.setString(1, column.table());
            insert.setString(2, column.column());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(column + " cannot be registered", e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(config.pause());
        } catch (InterruptedException e) {
            LOG.debug("the walk over the sealed columns is interrupted and goes on later");
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
