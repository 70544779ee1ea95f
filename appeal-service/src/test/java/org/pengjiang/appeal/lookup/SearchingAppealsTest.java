package org.pengjiang.appeal.lookup;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.StoredAppeal;
import org.pengjiang.kit.search.MakeSearchTexts;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Database;

/** What people type finds the appeals that say it, however either is written. */
@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class SearchingAppealsTest {
    private static final long SEED = Long.getLong("search.seed", System.nanoTime());
    private static final Api SUPERVISOR = Api.as("supervisor");
    private static final String TOWN = "440703101";

    @Inject
    MakeSearchTexts job;

    @BeforeEach
    void forget() {
        Database.reset();
    }

    @ParameterizedTest
    @CsvSource({"ABC, ＡＢＣ", "(虚构), （虚构）", "停电, 停電", "A4纸, A4 纸", "台湾企业, 臺灣企業", "50%, ５０％"})
    void eachSpellingFindsTheOther(String one, String other) {
        // Given
        UUID first = StoredAppeal.in(TOWN).saying("范例" + one + "一事").stored();
        UUID second = StoredAppeal.in(TOWN).saying("範例" + other + "一事").stored();
        StoredAppeal.in(TOWN).saying("范例别的事").stored();
        job.round();

        // Then
        assertEquals(List.of(second, first), search(one));
        assertEquals(List.of(second, first), search(other));
    }

    @Test
    void everyWordHasToBeThereInAnyOrder() {
        // Given
        UUID both = StoredAppeal.in(TOWN).saying("厂房漏水影响投产").stored();
        UUID broken = StoredAppeal.in(TOWN).saying("投产前漏\r\n水").stored();
        StoredAppeal.in(TOWN).saying("厂房漏水").stored();
        StoredAppeal.in(TOWN).saying("影响投产").stored();
        job.round();

        // Then
        assertEquals(List.of(broken, both), search("漏水 投产"));
        assertEquals(List.of(broken, both), search("投产\u3000漏水"));
        assertEquals(List.of(both), search("投产 漏水 房"));
        assertEquals(List.of(), search("漏水投产"));
    }

    @Test
    void oneCharacterIsEnoughBesideAnotherFilter() {
        // Given
        UUID power = StoredAppeal.in(TOWN).saying("厂区停電").stored();
        StoredAppeal.in(TOWN).saying("厂区停水").stored();
        StoredAppeal.in(TOWN)
                .saying("厂区停电")
                .closed()
                .dispatchedTo(TOWN)
                .with("state", "CLOSED")
                .stored();
        job.round();

        // Then
        assertEquals(List.of(power), ids(get("open=true&q=" + encoded("电"))));
        get("q=" + encoded("电")).then().statusCode(400).body("code", equalTo("SEARCH_TOO_SHORT"));
        get("open=true&q=" + encoded("。")).then().statusCode(400).body("code", equalTo("SEARCH_TOO_SHORT"));
    }

    @Test
    void aFullNumberFindsItsAppealAlone() {
        // Given
        UUID first = StoredAppeal.in(TOWN)
                .with("no", "A-440703-2026-7001")
                .saying("甲")
                .stored();
        UUID second = StoredAppeal.in(TOWN)
                .saying("同 A-440703-2026-7001，又 A-440704-2026-7002")
                .stored();
        StoredAppeal.in("440704").with("no", "A-440704-2026-7002").stored();
        job.round();

        // Then
        for (String typed : List.of("A-440703-2026-7001", "a440703 2026 7001", "Ａ－４４０７０３－２０２６－７００１")) {
            assertEquals(List.of(first), search(typed));
        }
        // what the caller may not see is not found, and texts that name it neither
        assertEquals(List.of(), search("A-440704-2026-7002"));
        assertEquals(List.of(second), search("A-440703-2026-7001，又"));
    }

    @Test
    void whateverPartOfATextIsTypedIsFound() {
        // Given
        System.out.println("search.seed=" + SEED);
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 12; j++) {
                text.appendCodePoint(
                        random.nextInt(4) == 0 ? 'A' + random.nextInt(26) : 0x4e00 + random.nextInt(0x5000));
            }
            texts.add(text.toString());
            ids.add(StoredAppeal.in(TOWN).saying(text.toString()).stored());
        }
        job.round();

        for (int i = 0; i < texts.size(); i++) {
            // When
            String text = texts.get(i);
            int from = random.nextInt(text.length() - 2);
            String part = text.substring(from, from + 2 + random.nextInt(text.length() - from - 1));

            // Then
            assertTrue(search(part).contains(ids.get(i)), part + " of " + text);
        }
    }

    @Test
    void beforeKeysAreMadeTheSearchOfTheReleaseBeforeAnswers() throws Exception {
        // Given
        UUID old = StoredAppeal.in(TOWN).saying("厂区停电，A4 纸").stored();
        assertEquals(List.of(old), search("停电"));
        assertEquals(List.of(old), search("a4 纸"));
        assertEquals(List.of(old), search("停电 纸"));
        assertEquals(List.of(), search("停電"));
        assertEquals(1, count("form = 0"));

        // When
        job.round();

        // Then
        assertEquals(0, count("form = 0"));
        assertEquals(List.of(old), search("停電"));
        assertEquals(List.of(old), search("A4纸"));

        // When a replica of the release before writes another text
        write("UPDATE appeal SET search_text = '厂区停水'");

        // Then
        assertEquals(List.of(old), search("停水"));
        assertEquals(List.of(), search("停电"));
        assertEquals(1, count("form = 0"));
        job.round();
        assertEquals(List.of(old), search("停水"));
    }

    @Test
    void aSearchEndsAtItsLimitAndItsCursorGoesOn() throws Exception {
        // Given 2,100 appeals that say 停机 and 机停 and never 停机停, and one older one that does
        UUID oldest =
                StoredAppeal.in(TOWN).with("id", new UUID(0, 1)).saying("停机停").stored();
        write("""
                INSERT INTO appeal (id, version, log_version, published_version, division, province, city, district, town, no,
                    title, description, search_text, nature, category, category_version, urgency, time_class, policy_version,
                    source, enterprise, submitted_by, received_at, recorded_at, state, open, round, supervision_level,
                    breached, signed_automatically)
                SELECT lpad(to_hex(i), 32, '0')::uuid, 0, 1, 1, '440703101', '44', '4407', '440703', '440703101', 'N-' || i,
                    't', 'x', 'N-' || i || ' 停机，又机停', 'HELP', 'A04', 1, 'ORDINARY', 'P3', 'PJ-2026', 'APP', '91440703MA00000077',
                    'x', now(), now(), 'SUBMITTED', true, 1, 0, false, false
                FROM generate_series(100000000000000000, 100000000000002099) AS i;
                """ + StoredAppeal.SEARCHED);
        job.round();

        // When
        Response first = get("q=" + encoded("停机停"));

        // Then
        first.then().statusCode(200);
        assertEquals(List.of(), ids(first));
        assertFalse(first.<String>path("searchedUpTo").isBlank());
        Response second = get("q=" + encoded("停机停") + "&cursor=" + first.path("next"));
        assertEquals(List.of(oldest), ids(second));
        second.then().body("next", nullValue()).body("searchedUpTo", nullValue());
        Response common = get("q=" + encoded("停机"));
        assertEquals(50, ids(common).size());
        common.then().body("searchedUpTo", nullValue());
        assertEquals(
                2,
                SUPERVISOR
                        .get("/v1/appeals/table?q=" + encoded("停机停"))
                        .asString()
                        .lines()
                        .count());
    }

    private static List<UUID> search(String typed) {
        return ids(get("q=" + encoded(typed)));
    }

    private static Response get(String query) {
        return SUPERVISOR.get("/v1/appeals?" + query);
    }

    private static List<UUID> ids(Response list) {
        list.then().statusCode(200);
        return list.<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static void write(String sql) throws SQLException {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(String where) throws SQLException {
        try (Connection connection = Database.administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM search_text WHERE " + where)) {
            row.next();
            return row.getInt(1);
        }
    }
}
