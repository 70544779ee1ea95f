package org.pengjiang.appeal.model.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.AggregateRepository;

/** All registered source systems. */
@ApplicationScoped
public class SourceSystems extends AggregateRepository<SourceSystem> {
    private static final String SPEAKS_FOR = """
            SELECT 1 FROM source_system s JOIN source_system_account a ON a.system_id = s.id
             WHERE s.code = ? AND a.account = ? AND s.active_from <= ? AND (s.active_to IS NULL OR s.active_to >= ?)""";

    private final Jdbc jdbc;

    SourceSystems(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** Whether this account files for that system on that day, whichever division registered it. */
    public boolean isBound(Caller partner, String system, LocalDate on) {
        return jdbc.exists(SPEAKS_FOR, system, partner.subject(), on, on);
    }
}
