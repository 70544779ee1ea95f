package org.pengjiang.localstack.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A service of the suite: its module, its database and its usual port. */
enum ServiceModule {
    PROJECT("project-service", "project", 8081),
    TEAM("team-service", "team", 8082),
    APPEAL("appeal-service", "appeal", 8083);

    private final String module;
    private final String database;
    private final int port;

    ServiceModule(String module, String database, int port) {
        this.module = module;
        this.database = database;
        this.port = port;
    }

    String module() {
        return module;
    }

    String database() {
        return database;
    }

    int port() {
        return port;
    }

    Path application(Path home) {
        return home.resolve(module).resolve("target/quarkus-app");
    }

    /** The services this working copy holds; a module without configuration is not one yet. */
    static List<ServiceModule> presentIn(Path home) {
        return List.of(values()).stream()
                .filter(service ->
                        Files.exists(home.resolve(service.module).resolve("src/main/resources/application.properties")))
                .toList();
    }
}
