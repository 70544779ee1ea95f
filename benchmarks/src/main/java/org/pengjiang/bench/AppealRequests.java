package org.pengjiang.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.pengjiang.localstack.StackFailure;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * The measured requests to appeal-service: an enterprise files an appeal, which goes to the town's office by the directory,
 * and that office's clerk reads it, finds it in the inbox and signs for it.
 */
final class AppealRequests {

    static final String TOWN = "440703101";
    static final String CATEGORY = "A04";
    /** Where it is today. */
    static final ZoneId OFFICES = ZoneId.of("Asia/Shanghai");

    private static final String INBOX = "/v1/inbox?limit=50";
    private static final int PATIENCE_SECONDS = 60;

    private final SuiteClient enterprise;
    private final SuiteClient clerk;
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> ids = new ArrayList<>();
    private final BlockingQueue<Filed> unsigned = new LinkedBlockingQueue<>();

    private record Filed(String id, String version) {}

    private AppealRequests(SuiteClient service) {
        enterprise = service.as("enterprise");
        clerk = service.as("unit-clerk");
    }

    static List<Scenario> scenarios(BenchStack stack, int appeals) {
        enterRule(stack);
        AppealRequests requests = new AppealRequests(stack.as("enterprise"));
        for (int i = 0; i < appeals; i++) {
            requests.ids.add(requests.file().id());
        }
        // what the plain driver takes its values from
        requests.sign();
        return List.of(
                Scenario.of("create", "create-appeal", 4, requests::file),
                Scenario.of("get", "get-appeal", 12, requests::get),
                Scenario.of("inbox", "inbox page of 50", 8, requests::inbox),
                new Scenario("sign", "sign", 5, caller -> requests::sign, requests::stock));
    }

    /** The directory's rule, and the unit it names, which team-service says there is. */
    private static void enterRule(BenchStack stack) {
        try (ServiceReplica teams = stack.neighbour("team")) {
            stack.as("promotion-office")
                    .at(teams.address())
                    .post("/v1/units", Map.of("code", TOWN, "name", "棠下镇（演示）", "divisionCode", TOWN, "kind", "TOWN"))
                    .expect(201);
            Map<String, Object> rule = Map.of(
                    "divisionCode",
                    TOWN,
                    "category",
                    CATEGORY,
                    "unitCode",
                    TOWN,
                    "validFrom",
                    LocalDate.now(OFFICES).toString(),
                    "note",
                    "演示规则",
                    "assumption",
                    true);
            SuiteClient dispatcher = stack.as("dispatcher");
            once(() -> dispatcher.post("/v1/dispatch-rules", rule)).expect(201);
        }
    }

    /** The unit comes with an event, a moment later; until then there is no such unit. */
    private static Answer once(Supplier<Answer> request) {
        long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        Answer answer = request.get();
        while (answer.status() == 422 && System.nanoTime() < deadline) {
            Pause.millis(200);
            answer = request.get();
        }
        return answer;
    }

    private Answer file() {
        Answer answer = enterprise.post("/v1/appeals", facts()).expect(201);
        if (!answer.text("/state").equals("DISPATCHED")) {
            throw new StackFailure("an appeal was filed and not dispatched: " + answer.body());
        }
        unsigned.add(new Filed(answer.id(), answer.etag().orElseThrow()));
        return answer;
    }

    private Answer get() {
        return clerk.get("/v1/appeals/" + KitSql.any(ids)).expect(200);
    }

    private Answer inbox() {
        return clerk.get(INBOX).expect(200);
    }

    /** An appeal is signed for once: each takes another one, the oldest first. */
    private Optional<Answer> sign() {
        return Optional.ofNullable(unsigned.poll())
                .map(filed -> clerk.post("/v1/appeals/" + filed.id() + "/sign", Map.of(), filed.version())
                        .expect(200));
    }

    private void stock(int wanted) {
        Crew.of(RestCell.CALLERS, worker -> {
            while (unsigned.size() < wanted) {
                file();
            }
        });
    }

    private Map<String, Object> facts() {
        return Map.of(
                "title",
                "厂区频繁停电" + count.incrementAndGet() + "（虚构）",
                "description",
                "车间每天下午停电两次，影响订单交付，请协调供电部门（演示数据，均为虚构）。",
                "nature",
                "HELP",
                "category",
                CATEGORY,
                "divisionCode",
                TOWN,
                "contact",
                Map.of("name", "范例甲", "phone", "13812341234", "position", "设备经理"));
    }
}
