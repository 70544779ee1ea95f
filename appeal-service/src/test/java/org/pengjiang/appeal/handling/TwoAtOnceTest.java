package org.pengjiang.appeal.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.appeal.testsupport.AnAppeal;
import org.pengjiang.appeal.testsupport.AppealStack;
import org.pengjiang.appeal.testsupport.Known;
import org.pengjiang.appeal.testsupport.Log;
import org.pengjiang.kit.testing.Database;

@QuarkusTest
@QuarkusTestResource(AppealStack.class)
class TwoAtOnceTest {
    @BeforeEach
    void knowTheDistrict() {
        Database.reset();
        Known.district();
    }

    @Test
    void ofTwoWhoSignAtOnceOneIsTooLate() throws Exception {
        // Given
        AnAppeal appeal = AnAppeal.atTown();
        String etag = appeal.etag();

        // When
        List<Integer> statuses = atOnce(
                () -> AnAppeal.CLERK.post(appeal.path() + "/sign", null, etag).statusCode(),
                () -> AnAppeal.HEAD.post(appeal.path() + "/sign", null, etag).statusCode());

        // Then
        assertEquals(List.of(200, 412), statuses.stream().sorted().toList());
        assertEquals(1, Log.events("appeal.signed.v1").size());
    }

    @Test
    void whatAPartnerSendsManyTimesAtOnceIsFiledOnce() throws Exception {
        // Given
        Map<String, Object> filing = AnAppeal.filing("enterprise", Known.ENTERPRISE);
        filing.put("sourceSystem", "12345");
        filing.put("externalId", "H-2026-2");
        Callable<Integer> send =
                () -> AnAppeal.PARTNER.post("/v1/appeals", filing).statusCode();

        // When
        List<Integer> statuses = atOnce(send, send, send, send, send, send);

        // Then
        assertEquals(
                List.of(200, 200, 200, 200, 200, 201),
                statuses.stream().sorted().toList());
        assertEquals(1, Log.count("SELECT count(*) FROM appeal"));
        assertEquals(1, Log.events("appeal.submitted.v1").size());
    }

    @SafeVarargs
    private static List<Integer> atOnce(Callable<Integer>... calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
            List<Future<Integer>> answers = threads.invokeAll(Stream.of(calls).toList());
            return answers.stream().map(TwoAtOnceTest::get).toList();
        }
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
