package org.pengjiang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/** The measured requests to project-service: a lead with everything that a lead may say, read, revised and listed. */
final class ProjectRequests {

    private static final String OFFICE = "promotion-office";
    private static final String LIST = "/v1/projects?limit=50";

    private final SuiteClient office;
    private final String investorId;
    private final Map<String, String> versions = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> ids = new ArrayList<>();

    private ProjectRequests(SuiteClient office, String investorId) {
        this.office = office;
        this.investorId = investorId;
    }

    /** One investor and that many projects, through the front door. */
    static ProjectRequests seeded(BenchStack stack, int projects) {
        SuiteClient office = stack.as(OFFICE);
        String investor = office.post(
                        "/v1/investors", Map.of("name", "范例基准投资有限公司", "country", "CN", "notYetRegistered", true))
                .expect(201)
                .id();
        ProjectRequests requests = new ProjectRequests(office, investor);
        for (int i = 0; i < projects; i++) {
            Answer answer = requests.register();
            requests.ids.add(answer.id());
            requests.versions.put(answer.id(), version(answer));
        }
        return requests;
    }

    static List<Scenario> scenarios(BenchStack stack, int projects) {
        ProjectRequests requests = seeded(stack, projects);
        // what the plain driver takes its values from
        requests.revisions(0).get().expect(200);
        return List.of(
                Scenario.of("create", "create-project", 4, requests::register),
                Scenario.of("get", "get-project", 12, requests::get),
                Scenario.of(
                        "list",
                        "list page of 50",
                        8,
                        () -> requests.office.get(LIST).expect(200)),
                Scenario.forEach("revise", "update (PATCH)", 5, requests::revisions));
    }

    Answer register() {
        return office.post("/v1/projects", facts()).expect(201);
    }

    private Answer get() {
        return office.get("/v1/projects/" + KitSql.any(ids)).expect(200);
    }

    /** Each caller revises projects of its own, so that none ever holds an outdated version. */
    private Supplier<Answer> revisions(int caller) {
        List<String> own = RestCell.share(ids, caller);
        return () -> {
            String id = KitSql.any(own);
            Answer answer = office.patch("/v1/projects/" + id, revision(), versions.getOrDefault(id, ""))
                    .expect(200);
            versions.put(id, version(answer));
            return answer;
        };
    }

    private static String version(Answer answer) {
        return answer.etag().orElseThrow();
    }

    /** A name never said before, so that every revision changes something. */
    private Map<String, Object> revision() {
        return Map.of("name", "范例智能家电产业园修订" + count.incrementAndGet());
    }

    private Map<String, Object> facts() {
        return Map.ofEntries(
                Map.entry("name", "范例智能家电产业园" + count.incrementAndGet()),
                Map.entry("kind", "NEW"),
                Map.entry("divisionCode", "440703101"),
                Map.entry("investors", List.of(Map.of("investorId", investorId, "controller", true))),
                Map.entry(
                        "industry",
                        Map.of("chainCode", "SMART_APPLIANCE", "chainRole", "FILL", "industryCode", "C3851")),
                Map.entry("money", Map.of("plannedTotalYuan", "120000000.00", "plannedFixedYuan", "100000000.00")),
                Map.entry(
                        "output",
                        Map.of(
                                "peakOutputYuan",
                                "500000000.00",
                                "peakTaxYuan",
                                "20000000.00",
                                "peakYear",
                                2029,
                                "jobs",
                                300)),
                Map.entry("land", Map.of("landMode", "PURCHASE", "landAreaM2", "10000.00")),
                Map.entry(
                        "plan",
                        Map.of(
                                "plannedSignOn", "2026-11-01",
                                "plannedStartOn", "2027-03-01",
                                "plannedProduceOn", "2028-06-01")),
                Map.entry("contact", Map.of("name", "范例甲", "phone", "13812341234", "position", "项目经理")),
                Map.entry("tags", List.of(Map.of("tag", "GREEN", "reason", "范例：屋顶光伏"))));
    }
}
