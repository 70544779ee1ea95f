package org.pengjiang.localstack.demo;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * The container {@code demo-district} of docker-compose.yml: loads the demo district, unless it is there already, and ends.
 * What goes wrong ends it with a failure, and the engine starts it again; a load goes on where it broke off.
 */
final class DemoDistrictMain {
    private DemoDistrictMain() {}

    public static void main(String[] arguments) {
        URI tokens = address("TOKEN_ENDPOINT");
        Map<String, URI> services = Map.of(
                "project-service", address("PROJECT_SERVICE"),
                "team-service", address("TEAM_SERVICE"),
                "appeal-service", address("APPEAL_SERVICE"));
        if (DemoDistrict.isLoaded(tokens, services)) {
            System.out.println("The demo district is there already.");
            return;
        }
        DemoDistrict.load(tokens, services, today(), System.out::println);
        System.out.println("The demo district is loaded.");
    }

    private static URI address(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalStateException(variable + " is not set, see docker-compose.yml");
        }
        return URI.create(value);
    }

    private static LocalDate today() {
        ZoneId district = ZoneId.of("Asia/Shanghai");
        String start = System.getenv("SUITE_CLOCK_START");
        return start == null || start.isBlank()
                ? LocalDate.now(district)
                : OffsetDateTime.parse(start).atZoneSameInstant(district).toLocalDate();
    }
}
