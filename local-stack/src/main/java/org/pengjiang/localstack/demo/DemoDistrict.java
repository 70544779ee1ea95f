package org.pengjiang.localstack.demo;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * Loads the demo district over REST, as its own people would enter it. Every step carries a fixed {@code Idempotency-Key}:
 * a load that broke off is simply loaded again.
 */
public final class DemoDistrict {
    private static final int WHOLE = 10_000;

    /** Over 30 bn yuan: the order of the district's pledge for 2026. */
    private static final long TARGET_OF_THIS_YEAR_FEN = 3_000_000_000_000L;

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
        DemoHistory history = new DemoHistory(suite, progress);
        for (DemoYear year : DemoYear.PUBLISHED) {
            if (!year.asOf().isAfter(today)) {
                organisation.pledge(year.year(), year.signedOn().toString(), year.targetFen(), ids);
                history.load(year);
            }
        }
        if (DemoYear.PUBLISHED.stream().noneMatch(year -> year.year() == today.getYear())) {
            organisation.pledge(today.getYear(), today.toString(), TARGET_OF_THIS_YEAR_FEN, ids);
        }
        String signed = tellProjectsOnTheirWay(suite, ids, today, progress);
        URI appeals = services.get("appeal-service");
        if (appeals != null) {
            new DemoAppeals(suite.at(appeals), today.toString(), progress).tell(signed);
        }
        return true;
    }

    /** Whether the last thing that a load enters is there. */
    static boolean isLoaded(URI tokenEndpoint, Map<String, URI> services) {
        return DemoAppeals.isTold(SuiteClient.of(
                tokenEndpoint,
                Objects.requireNonNull(services.get("appeal-service"), "the address of appeal-service")));
    }

    /** @return the id of the signed one */
    private static String tellProjectsOnTheirWay(
            SuiteClient suite, Map<String, String> ids, LocalDate today, Consumer<String> progress) {
        progress.accept("Projects on their way: a lead, one under negotiation, one admitted, one signed by two teams");
        String day = today.toString();
        String one = ids.getOrDefault("T01", "");
        String other = ids.getOrDefault("T02", "");
        new ProjectJourney(suite, "演示线索：厨电配件（虚构）", day, "60000000.00").registered("SMART_APPLIANCE", "C3857");
        new ProjectJourney(suite, "演示在谈：食品加工（虚构）", day, "80000000.00")
                .registered("HEALTHY_FOOD", "C1411")
                .shared(Map.of(one, WHOLE))
                .negotiating();
        new ProjectJourney(suite, "演示准入：摩托车零部件（虚构）", day, "150000000.00")
                .registered("MOTORCYCLE", "C3752")
                .shared(Map.of(one, WHOLE))
                .negotiating()
                .underReview()
                .admitted();
        return new ProjectJourney(suite, "演示签约：电子信息（虚构）", day, "1000000000.01")
                .registered("NEW_ELECTRONICS", "C3911")
                .shared(Map.of(one, WHOLE / 2, other, WHOLE / 2))
                .negotiating()
                .underReview()
                .admitted()
                .readyToSign()
                .signed()
                .id();
    }
}
