package org.pengjiang.localstack.demo;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * Loads the demo district over REST, as its own people would enter it. Every step carries a fixed {@code Idempotency-Key}:
 * a load that broke off is simply loaded again.
 */
public final class DemoDistrict {
    private DemoDistrict() {}

    /**
     * @param services base addresses by module name
     * @param today the services' day; years that it has not reached are left out
     * @return false when the services it needs are not here
     */
    public static boolean load(
            URI tokenEndpoint, Map<String, URI> services, LocalDate today, Consumer<String> progress) {
        URI projects = services.get("project-service");
        URI teams = services.get("team-service");
        if (projects == null || teams == null) {
            return false;
        }
        SuiteClient suite = SuiteClient.of(tokenEndpoint, projects);
        DemoOrganisation organisation = new DemoOrganisation(suite.at(teams), progress);
        Map<String, String> ids = organisation.register();
        for (DemoYear year : DemoYear.PUBLISHED) {
            if (!year.asOf().isAfter(today)) {
                organisation.pledge(year.year(), year.signedOn().toString(), year.targetFen(), ids);
            }
        }
        return true;
    }
}
