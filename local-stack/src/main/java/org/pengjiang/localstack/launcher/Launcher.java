package org.pengjiang.localstack.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pengjiang.localstack.StackFailure;

/** The entry behind {@code ./suite}: one command per call. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int outcome;
        try {
            outcome = arguments.length == 0
                    ? dispatch("help", List.of(), out)
                    : dispatch(arguments[0], List.of(arguments).subList(1, arguments.length), out);
        } catch (StackFailure e) {
            System.err.println(e.getMessage());
            outcome = 1;
        }
        System.exit(outcome);
    }

    private static int dispatch(String command, List<String> arguments, PrintStream out) throws InterruptedException {
        SuiteFolder folder = SuiteFolder.ofThisCall();
        return switch (command) {
            case "run" -> new LauncherProcess(folder, UpOptions.parse(arguments), out).run();
            case "up" -> new UpCommand(folder, UpOptions.parse(arguments), out).run();
            case "down" -> new DownCommand(folder, out).run();
            case "status" -> new StatusCommand(folder, out).run();
            case "clock" -> new ClockCommand(folder, out).run(arguments);
            case "token" -> new TokenCommand(folder, out).run(arguments);
            default ->
                throw new StackFailure("The launcher knows run, up, down, status, clock and token; see ./suite help.");
        };
    }
}
