package org.pengjiang.kit.crypto.rotation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.crypto.Encryptor;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Walks every sealed column that is due. */
@ApplicationScoped
class ResealColumns implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ResealColumns.class);
    private static final String REGISTER =
            "INSERT INTO sealed_column (table_name, column_name) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String REGISTER_KEY = "INSERT INTO encryption_key (key_id) VALUES (?) ON CONFLICT DO NOTHING";

    private final DataSource database;
    private final Jdbc jdbc;
    private final Encryptor encryptor;
    private final DataKeys dataKeys;
    private final RotationConfig config;
    private final List<SealedColumn> columns;

    ResealColumns(
            DataSource database,
            Encryptor encryptor,
            DataKeys dataKeys,
            RotationConfig config,
            @All List<SealedColumn> columns) {
        this.database = database;
        this.jdbc = Jdbc.of(database);
        this.encryptor = encryptor;
        this.dataKeys = dataKeys;
        this.config = config;
        this.columns = columns;
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
        // the database notes when each key came first, so that a replica of an older configuration is known as one
        jdbc.update(REGISTER_KEY, encryptor.currentKey());
        for (SealedColumn column : columns) {
            ColumnWalk walk = new ColumnWalk(database, encryptor, dataKeys, config, column);
            jdbc.update(REGISTER, column.table(), column.column());
            while (SupervisedLoop.goesOn() && walk.step() == ColumnWalk.Step.MORE && pause()) {
                // step by step, at the pace that was asked for
            }
        }
    }

    /** False when it was interrupted. */
    private boolean pause() {
        try {
            Thread.sleep(config.pause());
            return true;
        } catch (InterruptedException e) {
            LOG.debug("the walk over the sealed columns is interrupted and goes on later");
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
