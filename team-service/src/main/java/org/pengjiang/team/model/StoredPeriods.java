package org.pengjiang.team.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.settings.Settings;

/**
 * The months of each district. The rule in force on a month's last day decides its cut-off. Once that rule is final, the cut-off
 * is stored when it is next needed, and from then on the stored instant decides.
 */
@ApplicationScoped
@Unscoped("when a month is cut off is public")
public class StoredPeriods {
    private final Jdbc jdbc;
    private final Settings settings;

    StoredPeriods(DataSource database, Settings settings) {
        this.jdbc = Jdbc.of(database);
        this.settings = settings;
    }

    public Periods of(String district) {
        return new Periods() {
            @Override
            public Instant cutOff(YearMonth month) {
                return settings.isFinal(month.atEndOfMonth())
                        ? find(district, month).orElseGet(() -> store(district, month))
                        : byRule(district, month);
            }

            @Override
            public boolean anyLocked(int year, Instant before) {
                return locked(district, year, before);
            }
        };
    }

    /** As {@link Periods#cutOff}, without storing: for readers. */
    public Instant expectedCutOff(String district, YearMonth month) {
        return settings.isFinal(month.atEndOfMonth())
                ? find(district, month).orElseGet(() -> byRule(district, month))
                : byRule(district, month);
    }

    private Optional<Instant> find(String district, YearMonth month) {
        return jdbc.first(
                "SELECT cut_off_at FROM credit_period WHERE district = ? AND period = ?",
                row -> Jdbc.instant(row, "cut_off_at"),
                district,
                month.atDay(1));
    }

    private Instant store(String district, YearMonth month) {
        Instant cutOff = byRule(district, month);
        jdbc.update(
                "INSERT INTO credit_period (district, period, cut_off_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                district,
                month.atDay(1),
                cutOff);
        return cutOff;
    }

    private Instant byRule(String district, YearMonth month) {
        int day = settings.at(district, TeamSettings.CUT_OFF, month.atEndOfMonth())
                .value()
                .path("lastDayOfNextMonth")
                .asInt();
        LocalDate lastDay = month.plusMonths(1).atDay(day);
        return lastDay.plusDays(1).atStartOfDay(Periods.ZONE).toInstant();
    }

    private boolean locked(String district, int year, Instant before) {
        return jdbc.exists("""
                SELECT 1 FROM credit_period
                 WHERE district = ? AND period BETWEEN ? AND ? AND locked_at <= ? LIMIT 1""", district, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), before);
    }
}
