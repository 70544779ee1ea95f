package org.pengjiang.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.LocalStack;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.StackOptions;
import org.pengjiang.localstack.client.SuiteClient;
import org.pengjiang.localstack.issuer.IssuerOptions;
import org.pengjiang.localstack.issuer.TokenIssuer;
import org.pengjiang.localstack.postgres.ServiceDatabase;
import org.pengjiang.localstack.process.TidyUp;

/** PostgreSQL, Kafka, the token issuer and one service on free ports, with data that goes when the bench ends. */
final class BenchStack implements AutoCloseable {

    private final Path home;
    private final Path folder = Folders.temporary("pengjiang-bench-");
    private final MeasuredService measured;
    private final LocalStack servers;
    private final TokenIssuer issuer;
    private final ServiceDatabase database;
    private final ServiceReplica service;
    private final TidyUp tidyUp;

    BenchStack(Path home, MeasuredService measured) {
        this.home = home;
        this.measured = measured;
        servers = LocalStack.start(
                StackOptions.forTests(Stream.concat(Stream.of(measured.word()), MeasuredService.NEIGHBOURS.stream())
                        .toArray(String[]::new)));
        issuer = TokenIssuer.start(IssuerOptions.forTests());
        database = servers.postgres().database(measured.word());
        service = replica(measured.word());
        // servers stop by themselves when the bench is interrupted; the service and its folder are ours
        tidyUp = TidyUp.atExit(true, this::stopService);
    }

    private ServiceReplica replica(String word) {
        return replica(word, word + "-service");
    }

    private ServiceReplica replica(String word, String name) {
        return new ServiceReplica(
                home,
                folder,
                name,
                word + "-service",
                servers.postgres().database(word),
                servers.kafka().bootstrapServers(),
                issuer);
    }

    /** Another service, started; it has to be closed before anything is measured. */
    ServiceReplica neighbour(String word) {
        ServiceReplica neighbour = replica(word);
        neighbour.start();
        return neighbour;
    }

    /** Of the measured service, beside the first; to be started and closed by whoever asks for it. */
    ServiceReplica secondReplica() {
        return replica(measured.word(), measured.module() + "-2");
    }

    MeasuredService measured() {
        return measured;
    }

    ServiceReplica service() {
        return service;
    }

    ServiceDatabase database() {
        return database;
    }

    LocalStack servers() {
        return servers;
    }

    String kafka() {
        return servers.kafka().bootstrapServers();
    }

    String topic() {
        return measured.word() + ".events";
    }

    long postgresPid() {
        return servers.postgres().process().pid();
    }

    String postgresVersion() throws SQLException {
        try (Connection connection = servers.postgres().administer("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return row.getString(1);
        }
    }

    SuiteClient as(String persona) {
        return SuiteClient.of(issuer.tokenEndpoint(), service.address()).as(persona);
    }

    /**
     * A second database with the same tables and rows, for the plain driver: in the service's own one the relay would carry
     * the driver's rows to Kafka and charge PostgreSQL for it.
     */
    ServiceDatabase copy(String name) {
        service.stop();
        try (Connection connection = servers.postgres().administer("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + database.name() + " OWNER "
                    + database.owner().user());
        } catch (SQLException e) {
            throw new StackFailure("The database could not be copied: " + e.getMessage(), e);
        }
        service.start();
        String url = database.jdbcUrl().replaceFirst("/" + database.name() + "$", "/" + name);
        return new ServiceDatabase(name, url, database.owner(), database.app());
    }

    @Override
    public void close() {
        tidyUp.cancel();
        stopService();
        issuer.close();
        servers.close();
    }

    private void stopService() {
        service.close();
        Folders.delete(folder);
    }
}
