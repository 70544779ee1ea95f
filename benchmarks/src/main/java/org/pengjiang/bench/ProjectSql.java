package org.pengjiang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The measured requests to project-service as their statements alone, in the transactions the service puts them into. The
 * values are those of projects that the service itself has written; keys, versions and digests are new each time, as the
 * service's are.
 */
final class ProjectSql implements SqlSession {

    private static final String DISTRICT = "440703";
    private static final int PAGE_AND_ONE_MORE = 51;

    private final Connection connection;
    private final Statements statements;
    private final KitSql kit;
    private final int worker;
    private final LocalDate today = LocalDate.now(AppealRequests.OFFICES);
    private final List<UUID> ids;
    private final List<UUID> own;
    private final Row project;
    private final Row projectInvestor;
    private final Row tag;
    private final Object investors;
    private final Row registered;
    private final Row revised;
    private int count;

    ProjectSql(Connection connection, Statements statements, int worker) throws SQLException {
        this.connection = connection;
        this.statements = statements;
        this.worker = worker;
        kit = new KitSql(statements);
        ids = statements.templates("SELECT id FROM project ORDER BY id").stream()
                .map(Row::id)
                .toList();
        own = RestCell.share(ids, worker);
        project = statements.template("SELECT * FROM project WHERE version = 0 ORDER BY id LIMIT 1");
        String ofIt = "'" + project.id() + "'";
        projectInvestor = statements.template("SELECT * FROM project_investor WHERE project_id = " + ofIt);
        investors = connection.createArrayOf("uuid", new Object[] {projectInvestor.id("investor_id")});
        tag = statements.template("SELECT * FROM project_tag WHERE project_id = " + ofIt);
        registered = statements.template("SELECT * FROM event_log WHERE subject_version = 1 AND subject = " + ofIt);
        revised = statements.template("SELECT * FROM event_log WHERE subject_type = 'project' AND subject_version = 2");
    }

    @Override
    public boolean run(String scenario) throws SQLException {
        switch (scenario) {
            case "create" -> register();
            case "get" -> get(KitSql.any(ids));
            case "revise" -> revise(own.get(count % own.size()));
            case "list" -> list();
            default -> throw new IllegalArgumentException("no such scenario: " + scenario);
        }
        return true;
    }

    private void register() throws SQLException {
        connection.setAutoCommit(false);
        byte[] request = kit.claim();
        statements.rows("chains", today);
        statements.rows("investor", investors);
        long number =
                statements.rows("number", DISTRICT, today.getYear()).getFirst().number("next_project_number");
        Row made = project.copy()
                .set("id", KitSql.newId())
                .set("no", "P-" + DISTRICT + "-" + today.getYear() + "-" + number)
                .set("version", 0L)
                .set("row_version", 0L)
                .set("log_version", 0L)
                .set("published_version", 0L)
                .set("last_hash", null);
        kit.addDataKey();
        kit.append(registered, made);
        statements.writeOne("insert-project", made);
        statements.writeOne("insert-project-investor", projectInvestor.copy().set("project_id", made.id()));
        statements.writeOne("insert-project-tag", tag.copy().set("project_id", made.id()));
        kit.keepAnswer(request);
        connection.commit();
    }

    private void get(UUID id) throws SQLException {
        connection.setAutoCommit(true);
        statements.rows("project", id);
        statements.rows("special-class", id);
        statements.rows("shares", id);
        statements.rows("gate-requests", id);
        statements.rows("project-investors", id);
        statements.rows("tags", id);
        statements.rows("national-codes", id);
        kit.readDataKey();
    }

    private void list() throws SQLException {
        connection.setAutoCommit(true);
        statements.rows("page", DISTRICT, PAGE_AND_ONE_MORE);
    }

    private void revise(UUID id) throws SQLException {
        connection.setAutoCommit(false);
        Row read = statements.rows("project-for-change", id).getFirst();
        statements.rows("shares", id);
        statements.rows("project-investors", id);
        statements.rows("tags", id);
        statements.rows("national-codes", id);
        statements.rows("chains", today);
        statements.rows("investor", investors);
        statements.rows("gate-requests", id);
        kit.append(revised, read);
        String name = "范例智能家电产业园修订" + worker + "-" + count++;
        long stored = read.number("row_version");
        read.set("name", name)
                .set("search_text", read.get("no") + " " + name + " 范例基准投资有限公司")
                .set("row_version", stored + 1);
        statements.writeOne("update-project", read, id, stored);
        statements.rows("special-class", id);
        kit.readDataKey();
        statements.rows("open-tasks", id);
        connection.commit();
    }
}
