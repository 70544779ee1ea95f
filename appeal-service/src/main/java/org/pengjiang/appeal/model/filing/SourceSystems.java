package org.pengjiang.appeal.model.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.AggregateRepository;

/** All registered source systems. */
@ApplicationScoped
public class SourceSystems extends AggregateRepository<SourceSystem> {
    private static final String FILES_FOR = """
            SELECT 1 FROM source_system s JOIN source_system_account a ON a.system_id = s.id
             WHERE s.code = ? AND a.account = ? AND s.active_from <= ? AND (s.active_to IS NULL OR s.active_to >= ?)""";

    private static final String IS_OF = """
            SELECT EXISTS (SELECT FROM source_system_account a WHERE a.system_id = s.id AND a.account = ?)
              FROM source_system s WHERE s.code = ?""";

    private static final String OF_ACCOUNT = """
            SELECT s.code FROM source_system s JOIN source_system_account a ON a.system_id = s.id
             WHERE a.account = ? ORDER BY s.code""";

    private final Jdbc jdbc;

    SourceSystems(DataSource database) {
        this.jdbc = Jdbc.of(database);
    }

    /** Whether this account files for that system on that day, whichever division registered it. */
    public boolean isBound(Caller partner, String system, LocalDate on) {
        return jdbc.exists(FILES_FOR, system, partner.subject(), on, on);
    }

    /** Whether this account speaks for that system, also behind its last day; empty where the system is not registered. */
    public Optional<Boolean> speaksFor(Caller partner, String system) {
        return jdbc.first(IS_OF, row -> row.getBoolean(1), partner.subject(), system);
    }

    /** The systems that this account speaks for, also behind their last day. */
    public List<String> codesOf(Caller partner) {
        return jdbc.list(OF_ACCOUNT, row -> row.getString(1), partner.subject());
    }
}
