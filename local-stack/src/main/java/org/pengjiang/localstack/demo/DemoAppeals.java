package org.pengjiang.localstack.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.pengjiang.localstack.client.Answer;
import org.pengjiang.localstack.client.SuiteClient;

/**
 * A dispatch directory and a handful of fictional appeals: one of a project with its special class, one at a town that has to
 * sign, one contacted, one answered, rated and closed, one that waits for a dispatcher.
 */
final class DemoAppeals {
    private static final String TOWN = "440703101";
    private static final String DISTRICT = "440703";

    /** The one that is filed last. */
    private static final String LAST = "演示：专班承诺的临时用电（虚构）";

    /** How long another service's events may take; usually some hundred milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Category and unit, an assumption: some categories have no rule, and their appeals wait for a dispatcher. */
    private static final List<List<String>> RULES = List.of(
            List.of(DISTRICT, "A01", "440703-ZR"),
            List.of(DISTRICT, "A02", "440703-ZJ"),
            List.of(DISTRICT, "A03", "440703-TC"),
            List.of(DISTRICT, "A04", "440703-GX"),
            List.of(DISTRICT, "B01", "440703-RS"),
            List.of(DISTRICT, "B02", "440703-RS"),
            List.of(DISTRICT, "C01", "440703-JR"),
            List.of(DISTRICT, "D01", "440703-SC"),
            List.of(DISTRICT, "D03", "440703-FG"),
            List.of(DISTRICT, "F01", "440703-GX"),
            List.of(TOWN, "A04", TOWN));

    private final SuiteClient appeals;
    private final String day;
    private final Consumer<String> progress;

    /** @param appealService appeal-service */
    DemoAppeals(SuiteClient appealService, String day, Consumer<String> progress) {
        this.appeals = appealService;
        this.day = day;
        this.progress = progress;
    }

    static boolean isTold(SuiteClient appealService) {
        String title = URLEncoder.encode(LAST, StandardCharsets.UTF_8);
        return !appealService
                .as("dispatcher")
                .get("/v1/appeals?q=" + title)
                .expect(200)
                .body()
                .path("items")
                .isEmpty();
    }

    /** @param projectId a signed project with a special class */
    void tell(String projectId) {
        progress.accept(
                "The dispatch directory, and appeals: at a special class, to sign, contacted, closed, to dispatch");
        RULES.forEach(this::enter);
        filed("enterprise", "A04", "演示：厂区频繁停电（虚构）", "车间每天下午停电两次，影响订单交付。");
        filed("enterprise-2", "A05", "演示：货车通行路段照明不足（虚构）", "夜间出货时园区道路没有路灯。");
        Told contacted = filed("enterprise-2", "A04", "演示：供水压力不足（虚构）", "二楼清洗线水压不足。");
        contacted.signedAndContacted();
        Told closed = filed("enterprise", "A04", "演示：燃气报装进度（虚构）", "报装两周，想知道何时通气。");
        closed.signedAndContacted();
        closed.does("unit-clerk", "replies", Map.of("result", "SOLVED", "publicText", "已通气（演示）。"), 201);
        closed.does("unit-head", "replies/1/approve", Map.of(), 200);
        closed.does("enterprise", "rating", Map.of("solved", "SOLVED", "stars", 5), 200);
        ofProject(projectId);
    }

    private void enter(List<String> rule) {
        Map<String, Object> body = Map.of(
                "divisionCode",
                rule.get(0),
                "category",
                rule.get(1),
                "unitCode",
                rule.get(2),
                "validFrom",
                day,
                "note",
                "演示规则",
                "assumption",
                true);
        String step = "rule-" + rule.get(0) + "-" + rule.get(1);
        // the unit may still be on its way from team-service; a rule of an earlier load may stand
        Answer entered = once(
                () -> appeals.as("dispatcher").post("/v1/dispatch-rules", body, key(step)),
                answer -> answer.status() != 422);
        if (entered.status() != 409) {
            entered.expect(201);
        }
    }

    /** Filed by the centre for an investor who has no credit code yet, and whose project has no enterprise yet. */
    private void ofProject(String projectId) {
        SuiteClient dispatcher = appeals.as("dispatcher");
        once(
                () -> dispatcher.post("/v1/dispatch-rules/preview", Map.of("category", "F02", "projectId", projectId)),
                answer -> answer.text("/outcome").equals("SPECIAL_CLASS"));
        Map<String, Object> filing = filing("F02", LAST, "签约时承诺的临时用电尚未落实。");
        filing.remove("divisionCode");
        filing.put("projectId", projectId);
        filing.put("appellant", Map.of("kind", "NOT_YET_REGISTERED", "name", "演示投资方（虚构）"));
        dispatcher.post("/v1/appeals", filing, key("of-project")).expect(201);
    }

    private Told filed(String persona, String category, String title, String text) {
        return new Told(
                appeals.as(persona)
                        .post("/v1/appeals", filing(category, title, text), key(title))
                        .expect(201)
                        .id(),
                title);
    }

    private static Map<String, Object> filing(String category, String title, String text) {
        Map<String, Object> filing = new HashMap<>();
        filing.put("title", title);
        filing.put("description", text);
        filing.put("nature", "HELP");
        filing.put("category", category);
        filing.put("divisionCode", TOWN);
        filing.put("contact", Map.of("name", "范例甲", "phone", "13812341234"));
        return filing;
    }

    /** One appeal; each verb is a door of the service. */
    private final class Told {
        private final String id;
        private final String title;

        private Told(String id, String title) {
            this.id = id;
            this.title = title;
        }

        void signedAndContacted() {
            does("unit-clerk", "sign", Map.of(), 200);
            does(
                    "unit-clerk",
                    "contacts",
                    Map.of("channel", "CALL", "answered", true, "seconds", 75, "proof", "DEMO-REC-" + id),
                    201);
        }

        void does(String persona, String command, Object body, int expected) {
            SuiteClient caller = appeals.as(persona);
            Map<String, String> headers = new HashMap<>(key(title + command));
            headers.put(
                    "If-Match",
                    caller.get("/v1/appeals/" + id).expect(200).etag().orElseThrow());
            caller.post("/v1/appeals/" + id + "/" + command, body, headers).expect(expected);
        }
    }

    /** Asks until the answer will do, or the patience is at an end; then the last answer speaks for itself. */
    private static Answer once(Supplier<Answer> asked, Predicate<Answer> willDo) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = asked.get();
            if (willDo.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("still not possible after %d s: %s was answered %d: %s"
                        .formatted(PATIENCE.toSeconds(), answer.request(), answer.status(), answer.body()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Map<String, String> key(String step) {
        return Map.of("Idempotency-Key", "demo-appeal-" + Integer.toHexString(step.hashCode()) + "-" + day);
    }
}
