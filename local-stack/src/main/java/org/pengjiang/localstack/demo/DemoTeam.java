package org.pengjiang.localstack.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One row of {@code demo/teams.csv}.
 *
 * @param captain the persona who leads it
 * @param shareBp its share of the district's target in basis points
 */
record DemoTeam(
        String code,
        String name,
        String kind,
        String group,
        String division,
        String unitCode,
        String unitName,
        String unitKind,
        String captain,
        int shareBp) {

    static List<DemoTeam> all() {
        try (InputStream in = DemoTeam.class.getResourceAsStream("/demo/teams.csv")) {
            if (in == null) {
                throw new IllegalStateException("demo/teams.csv is not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(DemoTeam::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoTeam of(String line) {
        String[] c = line.split(",");
        return new DemoTeam(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], Integer.parseInt(c[9]));
    }
}
