package org.pengjiang.team.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.team.model.Band;

/** The ledger in the database. Opening a project's account locks it, so that its events are applied one by one. */
@ApplicationScoped
class LedgerStore {
    private final DataSource database;

    LedgerStore(DataSource database) {
        this.database = database;
    }

    /** @param district the whole that its credit is part of */
    record Project(UUID id, String no, DivisionCode division, String district) {
        static Project of(ReceivedEvent event) {
            DivisionCode division = event.division();
            String district = division.district()
                    .orElseThrow(() -> new IllegalArgumentException("a project outside every district"));
            return new Project(event.subject(), FactReader.projectNo(event), division, district);
        }
    }

    ProjectAccount open(Project project) {
        try (Connection connection = database.getConnection()) {
            ensure(connection, project);
            ProjectAccount.Outlook outlook = lock(connection, project.id());
            return new ProjectAccount(
                    outlook, ShareRows.of(connection, project.id()), PostingRows.ofProject(connection, project.id()));
        } catch (SQLException failure) {
            throw new IllegalStateException("the account of " + project.no() + " cannot be opened", failure);
        }
    }

    private static void ensure(Connection connection, Project project) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO credited_project (project_id, project_no, division, district, band)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (project_id) DO NOTHING""")) {
            insert.setObject(1, project.id());
            insert.setString(2, project.no());
            insert.setString(3, project.division().value());
            insert.setString(4, project.district());
            insert.setString(5, Band.BELOW_100M.name());
            insert.executeUpdate();
        }
    }

    private static ProjectAccount.Outlook lock(Connection connection, UUID project) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT standing, signed_on, band, terminated_on FROM credited_project
                WHERE project_id = ? FOR UPDATE""")) {
            select.setObject(1, project);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String standing = row.getString(1);
                return new ProjectAccount.Outlook(
                        standing == null ? null : Standing.valueOf(standing),
                        row.getObject(2, LocalDate.class),
                        Band.valueOf(row.getString(3)),
                        row.getObject(4, LocalDate.class));
            }
        }
    }

    /** @param knownRulings how many of the account's share rulings are stored already */
    void append(
            Project project,
            ProjectAccount account,
            int knownRulings,
            ProjectAccount.Outcome outcome,
            ProjectFact fact) {
        try (Connection connection = database.getConnection()) {
            ShareRows.insert(connection, project.id(), knownRulings, account.rulings());
            PostingRows.insert(connection, project, outcome.posted());
            rollUp(connection, project.district(), outcome.posted());
            keep(connection, project, account.outlook());
            if (outcome.uncounted().isPresent()) {
                explain(connection, project, fact, outcome.uncounted().get());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the credit of " + project.no() + " cannot be recorded", failure);
        }
    }

    /** In the order of the keys, so that two projects of one day cannot wait for each other in a circle. */
    private static void rollUp(Connection connection, String district, List<Posting> postings) throws SQLException {
        TreeMap<DayKey, BigDecimal> sums = new TreeMap<>();
        postings.forEach(posting -> sums.merge(DayKey.of(posting), posting.quantity(), BigDecimal::add));
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO credit_day
                  (district, day, holder, metric, band, manufacturing, chain, tags, historical, quantity)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (district, day, holder, metric, band, manufacturing, chain, tags, historical)
                DO UPDATE SET quantity = credit_day.quantity + excluded.quantity""")) {
            for (var sum : sums.entrySet()) {
                sum.getKey().bind(connection, upsert, district, sum.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void keep(Connection connection, Project project, ProjectAccount.Outlook outlook)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE credited_project SET standing = ?, signed_on = ?, band = ?, terminated_on = ?
                WHERE project_id = ?""")) {
            Standing standing = outlook.standing();
            update.setString(1, standing == null ? null : standing.name());
            update.setObject(2, outlook.signedOn());
            update.setString(3, outlook.band().name());
            update.setObject(4, outlook.terminatedOn());
            update.setObject(5, project.id());
            update.executeUpdate();
        }
    }

    private static void explain(Connection connection, Project project, ProjectFact fact, String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO uncounted_fact (event_id, project_id, district, business_date, reason)
                VALUES (?, ?, ?, ?, ?)""")) {
            insert.setObject(1, fact.eventId());
            insert.setObject(2, project.id());
            insert.setString(3, project.district());
            insert.setObject(4, fact.businessDate());
            insert.setString(5, reason);
            insert.executeUpdate();
        }
    }

    List<Posting> postings(UUID project) {
        try (Connection connection = database.getConnection()) {
            return PostingRows.ofProject(connection, project);
        } catch (SQLException failure) {
            throw new IllegalStateException("the ledger of " + project + " cannot be read", failure);
        }
    }

    /** Those of the events that the live ledger has applied. */
    Set<UUID> applied(List<UUID> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT event_id FROM inbox WHERE consumer = ? AND event_id = ANY (?)")) {
            select.setString(1, FactReader.CONSUMER);
            select.setArray(2, connection.createArrayOf("uuid", events.toArray()));
            Set<UUID> applied = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    applied.add(row.getObject(1, UUID.class));
                }
            }
            return applied;
        } catch (SQLException failure) {
            throw new IllegalStateException("the inbox cannot be read", failure);
        }
    }
}
