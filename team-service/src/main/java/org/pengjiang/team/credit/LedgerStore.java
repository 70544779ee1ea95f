package org.pengjiang.team.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.team.model.Band;

/** The ledger in the database. Opening a project's account locks it, so that its events are applied one by one. */
@ApplicationScoped
class LedgerStore {
    private final Jdbc jdbc;

    LedgerStore(DataSource database) {
        this.jdbc = Jdbc.of(database);
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
        jdbc.update("""
                INSERT INTO credited_project (project_id, project_no, division, district, band)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (project_id) DO NOTHING""", project.id(), project.no(), project.division().value(), project.district(), Band.BELOW_100M);
        ProjectAccount.Outlook outlook =
                jdbc.first("""
                        SELECT standing, signed_on, band, terminated_on FROM credited_project
                        WHERE project_id = ? FOR UPDATE""", LedgerStore::outlook, project.id()).orElseThrow();
        return new ProjectAccount(outlook, ShareRows.of(jdbc, project.id()), PostingRows.ofProject(jdbc, project.id()));
    }

    private static ProjectAccount.Outlook outlook(ResultSet row) throws SQLException {
        String standing = row.getString(1);
        return new ProjectAccount.Outlook(
                standing == null ? null : Standing.valueOf(standing),
                row.getObject(2, LocalDate.class),
                Band.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class));
    }

    /** @param knownRulings how many of the account's share rulings are stored already */
    void append(
            Project project,
            ProjectAccount account,
            int knownRulings,
            ProjectAccount.Outcome outcome,
            ProjectFact fact) {
        ShareRows.insert(jdbc, project.id(), knownRulings, account.rulings());
        PostingRows.insert(jdbc, project, outcome.posted());
        rollUp(project.district(), outcome.posted());
        keep(project, account.outlook());
        outcome.uncounted().ifPresent(reason -> explain(project, fact, reason));
    }

    /** In the order of the keys, so that two projects of one day cannot wait for each other in a circle. */
    private void rollUp(String district, List<Posting> postings) {
        TreeMap<DayKey, BigDecimal> sums = new TreeMap<>();
        postings.forEach(posting -> sums.merge(DayKey.of(posting), posting.quantity(), BigDecimal::add));
        jdbc.batch(
                """
                INSERT INTO credit_day
                  (district, day, holder, metric, band, manufacturing, chain, tags, historical, quantity)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (district, day, holder, metric, band, manufacturing, chain, tags, historical)
                DO UPDATE SET quantity = credit_day.quantity + excluded.quantity""",
                sums.entrySet().stream()
                        .map(sum -> sum.getKey().values(district, sum.getValue()))
                        .toList());
    }

    private void keep(Project project, ProjectAccount.Outlook outlook) {
        jdbc.update("""
                UPDATE credited_project SET standing = ?, signed_on = ?, band = ?, terminated_on = ?
                WHERE project_id = ?""", outlook.standing(), outlook.signedOn(), outlook.band(), outlook.terminatedOn(), project.id());
    }

    private void explain(Project project, ProjectFact fact, String reason) {
        jdbc.update("""
                INSERT INTO uncounted_fact (event_id, project_id, district, business_date, reason)
                VALUES (?, ?, ?, ?, ?)""", fact.eventId(), project.id(), project.district(), fact.businessDate(), reason);
    }

    List<Posting> postings(UUID project) {
        return PostingRows.ofProject(jdbc, project);
    }

    /** Those of the events that the live ledger has applied. */
    Set<UUID> applied(List<UUID> events) {
        return new HashSet<>(jdbc.list(
                "SELECT event_id FROM inbox WHERE consumer = ? AND event_id = ANY (?)",
                row -> row.getObject(1, UUID.class),
                FactReader.CONSUMER,
                events));
    }
}
