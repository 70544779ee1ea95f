package org.pengjiang.team.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.pengjiang.kit.settings.Settings;

/**
 * The months of each district. A month is stored with its cut-off when it is first needed, by the rule in force on its
 * last day; from then on the stored instant decides, whatever the setting becomes.
 */
@ApplicationScoped
public class StoredPeriods {
    private final DataSource database;
    private final Settings settings;

    StoredPeriods(DataSource database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    public Periods of(String district) {
        return new Periods() {
            @Override
            public Instant cutOff(YearMonth month) {
                return find(district, month).orElseGet(() -> store(district, month));
            }

            @Override
            public boolean anyLocked(int year, Instant before) {
                return locked(district, year, before);
            }
        };
    }

    /** As {@link Periods#cutOff}, without storing: for readers. */
    public Instant expectedCutOff(String district, YearMonth month) {
        return find(district, month).orElseGet(() -> byRule(district, month));
    }

    private Optional<Instant> find(String district, YearMonth month) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT cut_off_at FROM credit_period WHERE district = ? AND period = ?")) {
            select.setString(1, district);
            select.setObject(2, month.atDay(1));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("period " + month + " cannot be read", failure);
        }
    }

    private Instant store(String district, YearMonth month) {
        Instant cutOff = byRule(district, month);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO credit_period (district, period, cut_off_at) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""")) {
            insert.setString(1, district);
            insert.setObject(2, month.atDay(1));
            insert.setObject(3, cutOff.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("period " + month + " cannot be stored", failure);
        }
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
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT EXISTS (SELECT FROM credit_period
                          WHERE district = ? AND period BETWEEN ? AND ? AND locked_at <= ?)""")) {
            select.setString(1, district);
            select.setObject(2, LocalDate.of(year, 1, 1));
            select.setObject(3, LocalDate.of(year, 12, 31));
            select.setObject(4, before.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("periods of " + year + " cannot be read", failure);
        }
    }
}
