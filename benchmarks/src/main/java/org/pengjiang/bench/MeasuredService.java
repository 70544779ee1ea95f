package org.pengjiang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pengjiang.localstack.StackFailure;

/** A service that is measured: what is asked of it, and how the plain driver does the same by its statements alone. */
enum MeasuredService {
    PROJECT(ProjectRequests::scenarios, ProjectSql::new),
    APPEAL(AppealRequests::scenarios, AppealSql::new);

    /** The statements that each of them runs. */
    static final String OF_THE_KIT = "service-kit.sql";

    /** Another service that takes part only while the data is made. */
    static final List<String> NEIGHBOURS = List.of("team");

    private final Seeding seeding;
    private final Opening opening;

    MeasuredService(Seeding seeding, Opening opening) {
        this.seeding = seeding;
        this.opening = opening;
    }

    private interface Seeding {
        List<Scenario> scenarios(BenchStack stack, int rows);
    }

    private interface Opening {
        SqlSession open(Connection connection, Statements statements, int worker) throws SQLException;
    }

    /** @throws StackFailure that names those there are */
    static MeasuredService of(String module) {
        return Arrays.stream(values())
                .filter(service -> service.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new StackFailure(module + " is not measured; these are: "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(MeasuredService::module)
                                        .toList())));
    }

    /** Also the name of its database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String module() {
        return word() + "-service";
    }

    /** The statements that only it runs. */
    String file() {
        return module() + ".sql";
    }

    /** So many rows through the front door, and the requests that are measured over them. */
    List<Scenario> scenarios(BenchStack stack, int rows) {
        return seeding.scenarios(stack, rows);
    }

    /** The scenarios of the same names on one connection. */
    SqlSession open(Connection connection, int worker) throws SQLException {
        return opening.open(connection, new Statements(connection, List.of(OF_THE_KIT, file())), worker);
    }
}
