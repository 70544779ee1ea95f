package org.pengjiang.localstack.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

/** The database that docker-compose.yml makes for a service is the one the development stack makes. */
class ContainerDatabaseTest {
    private static final Pattern VARIABLE = Pattern.compile(":(['\"])(\\w+)\\1");

    /** Everything an administrator sets, of one service; its name is taken out so that two services can be compared. */
    private static final List<String> CATALOGUE = List.of("""
            SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls,
                   rolconnlimit, (SELECT array_agg(c ORDER BY c) FROM unnest(rolconfig) c),
                   left((SELECT rolpassword FROM pg_authid a WHERE a.oid = r.oid), 14),
                   (SELECT array_agg(g.rolname ORDER BY g.rolname) FROM pg_auth_members m
                      JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid)
              FROM pg_roles r WHERE rolname LIKE '%1$s\\_%%' ORDER BY rolname
            """, """
            SELECT datname, pg_get_userbyid(datdba), pg_encoding_to_char(encoding), datcollate, datctype, datallowconn,
                   datconnlimit, (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(datacl) a)
              FROM pg_database WHERE datname = '%1$s'
            """, """
            SELECT nspname, pg_get_userbyid(nspowner),
                   (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(nspacl) a)
              FROM pg_namespace WHERE nspname = 'public'
            """);

    @Test
    void bothCataloguesAreTheSame() throws Exception {
        try (PostgresServer server = PostgresServer.start(PostgresOptions.forTests("area"))) {
            // Given
            List<String> expected = catalogue(server, "area");

            // When
            runContainerScript(server, "bureau");

            // Then
            assertFalse(expected.stream().anyMatch(String::isBlank), expected::toString);
            assertEquals(String.join("\n", expected), String.join("\n", catalogue(server, "bureau")));
            assertEquals("bureau_owner", askAs(server, "bureau", "bureau_owner", "owner's"));
            assertEquals("bureau_app", askAs(server, "bureau", "bureau_app", "app's"));
        }
    }

    @Test
    void theHealthCheckAsksForTheLastThingOfTheFirstStart() throws Exception {
        try (PostgresServer server = PostgresServer.start(PostgresOptions.forTests("area"))) {
            // Given
            String start = Files.readString(Path.of("../docker/postgres/init.sh"));
            String health = found("--command=\"([^\"]*)\"", Files.readString(Path.of("../docker/postgres/healthy.sh")));
            String[] steps = found("(?s)<<'SQL'\n(.*)\nSQL\n$", start)
                    .replaceAll("(?m)^\\\\.*$", "")
                    .replace(":'password'", "'some'")
                    .split(";");

            // When
            List<String> answers = new ArrayList<>();
            for (String step : steps) {
                answers.add(ask(server, health));
                execute(server, "postgres", step);
            }

            // Then
            assertEquals(4, steps.length);
            assertEquals(List.of("0", "0", "0", "0"), answers);
            assertEquals("1", ask(server, health));
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static String ask(PostgresServer server, String query) throws SQLException {
        try (Connection connection = server.administer("postgres");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static List<String> catalogue(PostgresServer server, String service) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = server.administer(service);
                Statement statement = connection.createStatement()) {
            for (String query : CATALOGUE) {
                try (ResultSet found = statement.executeQuery(query.formatted(service))) {
                    while (found.next()) {
                        List<String> row = new ArrayList<>();
                        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                            row.add(String.valueOf(found.getString(column)).replace(service, "SERVICE"));
                        }
                        rows.add(String.join(" | ", row));
                    }
                }
            }
        }
        return rows;
    }

    /** Does what psql does with the few of its commands that the script uses. */
    private static void runContainerScript(PostgresServer server, String service) throws Exception {
        Map<String, String> environment = Map.of(
                "SERVICE",
                service,
                "OWNER",
                service + "_owner",
                "OWNER_PASSWORD",
                "owner's",
                "APP",
                service + "_app",
                "APP_PASSWORD",
                "app's");
        Map<String, String> variables = new HashMap<>();
        StringBuilder sql = new StringBuilder();
        String database = "postgres";
        for (String line : Files.readAllLines(Path.of("../docker/postgres/service-database.sql"))) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "\\getenv" -> variables.put(words[1], environment.get(words[2]));
                case "\\connect" -> {
                    execute(server, database, sql.toString());
                    sql.setLength(0);
                    database = substituted(words[1], variables).replace("\"", "");
                }
                default -> sql.append(substituted(line, variables)).append('\n');
            }
        }
        execute(server, database, sql.toString());
    }

    private static String substituted(String line, Map<String, String> variables) {
        return VARIABLE.matcher(line).replaceAll(found -> {
            String quote = found.group(1);
            String value = variables.get(found.group(2));
            return Matcher.quoteReplacement(quote + value.replace(quote, quote + quote) + quote);
        });
    }

    private static void execute(PostgresServer server, String database, String script) throws SQLException {
        try (Connection connection = server.administer(database);
                Statement statement = connection.createStatement()) {
            for (String command : script.replaceAll("(?m)^--.*$", "").split(";")) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
    }

    private static String askAs(PostgresServer server, String database, String user, String password)
            throws SQLException {
        java.util.Properties login = new java.util.Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        try (Connection connection =
                        new Driver().connect("jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, login);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT current_user")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
