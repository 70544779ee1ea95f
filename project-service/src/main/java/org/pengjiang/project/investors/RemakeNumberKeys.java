package org.pengjiang.project.investors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.IdType;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;
import org.pengjiang.project.model.InvestorIdentity;
import org.pengjiang.project.model.InvestorKeys;

/**
 * Makes the keys anew that were made of another spelling of a number, some rows in a transaction, so that it goes on where it was cut
 * off, on whatever replica; a replica of the release before may add more meanwhile. Only the key changes, and no version.
 */
@ApplicationScoped
class RemakeNumberKeys implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(RemakeNumberKeys.class);
    private static final int ROWS = 200;
    private static final String TAKE = """
            SELECT id, id_type, id_no, id_sealed FROM investor
             WHERE key_form < 2 AND id_key IS NOT NULL AND id > ?
             ORDER BY id LIMIT ? FOR NO KEY UPDATE SKIP LOCKED
            """;
    private static final String REMAKE = """
            UPDATE investor SET id_key = ?, key_form = 3
             WHERE id = ? AND NOT EXISTS (SELECT 1 FROM investor other
                    WHERE other.district = investor.district AND other.id_key = ? AND other.id <> investor.id)
            """;
    private static final String LEAVE = "UPDATE investor SET key_form = 2 WHERE id = ?";

    private final Jdbc jdbc;
    private final InvestorKeys keys;

    RemakeNumberKeys(DataSource database, InvestorKeys keys) {
        this.jdbc = Jdbc.of(database);
        this.keys = keys;
    }

    private record Row(UUID id, IdType idType, @Nullable String number, byte @Nullable [] sealed) {}

    /** @param last null when nothing comes behind it */
    private record Seen(@Nullable UUID last, int unopened) {}

    @Override
    public String name() {
        return "investor-number-keys";
    }

    @Override
    public Period period() {
        return new Period(Optional.of(Duration.ofMinutes(1)));
    }

    @Override
    public void round() {
        UUID after = new UUID(0, 0);
        int unopened = 0;
        while (after != null && SupervisedLoop.goesOn()) {
            UUID from = after;
            Seen seen = QuarkusTransaction.requiringNew().call(() -> some(from));
            unopened += seen.unopened();
            after = seen.last();
        }
        if (unopened > 0) {
            LOG.errorf(
                    "the numbers of %d investors do not open, and their keys stay as they are (key_form 0 or 1)",
                    unopened);
        }
    }

    private Seen some(UUID after) {
        List<Row> rows = jdbc.list(
                TAKE,
                row -> new Row(
                        row.getObject("id", UUID.class),
                        IdType.valueOf(row.getString("id_type")),
                        row.getString("id_no"),
                        row.getBytes("id_sealed")),
                after,
                ROWS);
        int unopened = 0;
        for (Row row : rows) {
            unopened += remake(row) ? 0 : 1;
        }
        return new Seen(rows.size() < ROWS ? null : rows.getLast().id(), unopened);
    }

    /** @return false when its number does not open */
    private boolean remake(Row row) {
        String number;
        try {
            number = row.sealed() == null ? row.number() : keys.open(row.id(), row.sealed());
        } catch (IllegalStateException doesNotOpen) {
            LOG.debugf("the number of investor %s is not read: %s", row.id(), doesNotOpen.getMessage());
            return false;
        }
        if (number == null || !remake(row.id(), keys.of(new InvestorIdentity(row.idType(), number, null)))) {
            jdbc.update(LEAVE, row.id());
            LOG.warnf("investor %s has the number of another investor of its district", row.id());
        }
        return true;
    }

    private boolean remake(UUID id, byte[] key) {
        return jdbc.update(REMAKE, key, id, key) == 1;
    }
}
