package org.pengjiang.localstack.postgres;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.Folders;

/**
 * How to start PostgreSQL.
 *
 * @param folder where data, log and passwords stay; {@code null} means a temporary folder that goes when the server stops
 * @param port 0 means a free one
 * @param services each gets a database of its name and the roles {@code <name>_owner} and {@code <name>_app}
 * @param cache where the binaries are unpacked once
 */
public record PostgresOptions(@Nullable Path folder, int port, List<String> services, Path cache, int maxConnections) {

    public PostgresOptions {
        services = List.copyOf(services);
    }

    /** Free port, temporary data: what tests want. */
    public static PostgresOptions forTests(String... services) {
        return new PostgresOptions(null, 0, List.of(services), Folders.sharedCache(), 200);
    }

    public static PostgresOptions keeping(Path folder, int port, List<String> services) {
        return new PostgresOptions(folder, port, services, Folders.sharedCache(), 200);
    }

    public PostgresOptions withCache(Path newCache) {
        return new PostgresOptions(folder, port, services, newCache, maxConnections);
    }
}
