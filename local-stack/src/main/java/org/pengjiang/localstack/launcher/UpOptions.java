package org.pengjiang.localstack.launcher;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pengjiang.localstack.StackFailure;

/**
 * What {@code up} was asked for.
 *
 * @param clockStart the services' time at start, for demonstrations of another day
 * @param keycloak the real Keycloak issues the tokens, not the small issuer
 */
record UpOptions(int replicas, SuitePorts ports, Optional<OffsetDateTime> clockStart, boolean keycloak) {

    private static final int MOST_REPLICAS = 4;

    static UpOptions parse(List<String> arguments) {
        int replicas = 1;
        int offset = number(System.getenv().getOrDefault("SUITE_PORT_OFFSET", "0"), "SUITE_PORT_OFFSET");
        Optional<OffsetDateTime> clockStart =
                Optional.ofNullable(System.getenv("SUITE_CLOCK_START")).map(UpOptions::time);
        boolean keycloak = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            switch (name) {
                case "--keycloak" -> keycloak = true;
                case "--replicas" -> replicas = number(value(name, rest), name);
                case "--port-offset" -> offset = number(value(name, rest), name);
                case "--clock-start" -> clockStart = Optional.of(time(value(name, rest)));
                default -> throw new StackFailure("There is no option " + name + "; see ./suite help.");
            }
        }
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new StackFailure("The number of replicas is 1 to " + MOST_REPLICAS + ", not " + replicas + ".");
        }
        return new UpOptions(replicas, new SuitePorts(offset), clockStart, keycloak);
    }

    List<String> asArguments() {
        List<String> arguments = new ArrayList<>(
                List.of("--replicas", Integer.toString(replicas), "--port-offset", Integer.toString(ports.offset())));
        clockStart.ifPresent(time -> arguments.addAll(List.of("--clock-start", time.toString())));
        if (keycloak) {
            arguments.add("--keycloak");
        }
        return arguments;
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new StackFailure("The option " + name + " needs a value; see ./suite help.");
        }
        return rest.next();
    }

    private static int number(String text, String name) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new StackFailure(name + " needs a whole number, not '" + text + "'.", e);
        }
    }

    private static OffsetDateTime time(String text) {
        return SuiteTime.parse(text)
                .orElseThrow(
                        () -> new StackFailure("The clock starts at a time such as 2022-06-30T12:00:00+08:00, not at '"
                                + text + "'. " + SuiteTime.BOUNDS));
    }
}
