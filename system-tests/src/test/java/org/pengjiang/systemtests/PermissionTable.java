package org.pengjiang.systemtests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code answers-to-personas.md}: one table per service, one row per operation. */
final class PermissionTable {
    static final Path FILE =
            Path.of(System.getProperty("suite.home", ".."), "system-tests/src/test/resources/answers-to-personas.md");

    private static final String HEAD = """
            # Who gets an answer

            Asked of the running suite by `PermissionsJourney`, which fails when an answer differs from this table. A persona "may" when
            the answer is neither 401, 403 nor 404 (a complaint about what was sent comes after the role, and before the division, was
            looked at: it counts as "may"); whether a particular project or appeal is theirs to change is decided further in
            the use case, and said in the service's README. Every persona stands in `docker/keycloak/pengjiang-realm.json`, with roles
            and division.

            - **own**: the persona as it is.
            - **above**: the same persona with the city's division (4407) in the token: what a city platform sees.
            - **elsewhere**: the same persona with another district's division (440704). "lists nothing of it" is an answer too: a list
              or an own entry is allowed everywhere and shows what the division holds.

            The project is a signed one of the demo district, the appeal one that the enterprise has just filed and nobody handles yet. Who may
            only while they handle it, or once it has come further, is missing from the cell: the handlers of an appeal read its contact, for instance
            (`getAppealContact`), and at a new appeal only its enterprise does.

            Rows marked ° name something that does not exist while the table is made (a parked event, a setting that needs a name):
            there "may" says only that the role is let in.
            """;

    private PermissionTable() {}

    static String write(Map<String, String> rows) {
        StringBuilder text = new StringBuilder(HEAD);
        String service = "";
        for (Map.Entry<String, String> row : rows.entrySet()) {
            String of = row.getKey().substring(0, row.getKey().indexOf(' '));
            if (!of.equals(service)) {
                service = of;
                text.append("\n## ")
                        .append(service)
                        .append("\n\n| Operation | Request | own | above | elsewhere |\n|---|---|---|---|---|\n");
            }
            text.append("| `")
                    .append(row.getKey().substring(of.length() + 1))
                    .append("` | ")
                    .append(row.getValue())
                    .append(" |\n");
        }
        return text.toString();
    }

    static Map<String, String> read(List<String> lines) {
        Map<String, String> rows = new TreeMap<>();
        String service = "";
        for (String line : lines) {
            if (line.startsWith("## ")) {
                service = line.substring(3).strip();
            } else if (line.startsWith("| `")) {
                int end = line.indexOf('`', 3);
                rows.put(service + " " + line.substring(3, end), line.substring(end + 4, line.length() - 2));
            }
        }
        return rows;
    }

    /** The personas that may, as who they are, by a row of the table; all of them where none has what it is about. */
    static List<String> own(String row) {
        String words = row.split(" \\| ")[1];
        List<String> personas = new ArrayList<>(Callers.personas());
        if (words.equals("nobody")) {
            return personas;
        }
        if (words.startsWith("everybody but ")) {
            personas.removeAll(
                    List.of(words.substring("everybody but ".length()).split(", ")));
        } else if (!words.equals("everybody")) {
            personas.retainAll(List.of(words.split(", ")));
        }
        return personas;
    }
}
