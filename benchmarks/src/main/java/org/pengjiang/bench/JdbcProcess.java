package org.pengjiang.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pengjiang.localstack.postgres.ServiceDatabase;

/** The other end of {@link JdbcWorker}: a line asks for work, a line says how much was done. */
final class JdbcProcess implements AutoCloseable {

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;

    private JdbcProcess(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** On the JVM and with the flags of the service beside it. */
    static JdbcProcess start(MeasuredService service, ServiceDatabase database) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServiceReplica.JVM_FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), JdbcWorker.class.getName()));
        command.add(service.module());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("BENCH_JDBC_URL", database.jdbcUrl());
        builder.environment().put("BENCH_JDBC_USER", database.app().user());
        builder.environment().put("BENCH_JDBC_PASSWORD", database.app().password());
        try {
            return new JdbcProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("the plain driver's process could not be started", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** @return how often it was run */
    long run(String scenario, Duration length) {
        return ask(JdbcWorker.RUN + " " + scenario + " " + length.toMillis());
    }

    void stock(String scenario, int wanted) {
        ask(JdbcWorker.STOCK + " " + scenario + " " + wanted);
    }

    private long ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the plain driver's process has ended; its reason stands above");
            }
            return Long.parseLong(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("the plain driver's process does not answer", e);
        }
    }

    /** It ends when its questions end. */
    @Override
    public void close() {
        try {
            questions.close();
            process.waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
