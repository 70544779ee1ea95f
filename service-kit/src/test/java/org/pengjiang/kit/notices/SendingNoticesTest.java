package org.pengjiang.kit.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.kit.things.Tables.number;
import static org.pengjiang.kit.things.Tables.texts;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.calendar.WorkCalendar;
import org.pengjiang.kit.supervision.SupervisedLoop;
import org.pengjiang.kit.tasks.Assignee;
import org.pengjiang.kit.tasks.Task;
import org.pengjiang.kit.things.KitStack;
import org.pengjiang.kit.things.Tables;
import org.pengjiang.kit.things.ThingEvent;
import org.pengjiang.kit.things.ThingTasks;
import org.pengjiang.kit.things.UseThings;

/** Letters against a real PostgreSQL and a real SMTP server. */
@QuarkusTest
@QuarkusTestResource(KitStack.class)
class SendingNoticesTest {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-09-18T02:00:00Z");

    @Inject
    NoticeConfig config;

    @Inject
    NoticeStore store;

    @Inject
    NoticeAddressBook addresses;

    @Inject
    NoticeMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    WorkCalendar calendar;

    @Inject
    ChangeNoticeAddress direct;

    @Inject
    DataSource database;

    @Inject
    UseThings use;

    private GreenMail mail;

    @BeforeEach
    void start() {
        Tables.tamper("DELETE FROM notice");
        Tables.tamper("DELETE FROM notice_address");
        Tables.tamper("DELETE FROM event_log WHERE subject_type = 'notice_address'");
        open();
    }

    private void open() {
        mail = new GreenMail(new ServerSetup(config.smtp().port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void aLetterSaysWhatUntilWhenAndWhereAndNothingElse() throws Exception {
        // Given
        address(Recipient.account("alice"), "alice@example.com", NoticeAddressRequest.Language.ENGLISH);
        address(Recipient.account("bob"), "bob@example.com", null);
        UUID subject = UUID.randomUUID();
        queue(FRIDAY_AT_TEN, notice(subject, true), Recipient.account("alice"));
        queue(FRIDAY_AT_TEN, notice(subject, true), Recipient.account("bob"));

        // When
        sender(FRIDAY_AT_TEN).send();

        // Then
        MimeMessage english = to("alice@example.com");
        MimeMessage chinese = to("bob@example.com");
        assertEquals("For you: Check everything of thing N-7", english.getSubject());
        assertEquals("待办：核对事物 N-7 的全部内容", chinese.getSubject());
        String body = english.getContent().toString();
        assertTrue(body.contains("Due: 2026-09-20 09:00 (Beijing time)"), body);
        assertTrue(body.contains("https://suite.example.com/v1/things/" + subject), body);
        String id = texts("SELECT id FROM notice WHERE recipient = 'alice'").getFirst();
        assertEquals("<" + id + "@example.com>", english.getMessageID());
        assertEquals("auto-generated", english.getHeader("Auto-Submitted", null));
        assertEquals(List.of("SENT SMTP 1", "SENT SMTP 1"), states());
        assertEquals(1, english.getAllRecipients().length);
    }

    @Test
    void twoSendersSendEachLetterOnce() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        for (int i = 0; i < 300; i++) {
            queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        }

        // When
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                sending.add(replicas.submit(() -> {
                    while (number("SELECT count(*) FROM notice WHERE state = 'SENT'") < 300) {
                        sender(FRIDAY_AT_TEN).send();
                    }
                    return null;
                }));
            }
            for (Future<?> replica : sending) {
                replica.get();
            }
        }

        // Then
        assertEquals(300, mail.getReceivedMessages().length);
        assertEquals(300, messageIds().size());
        assertEquals(300, number("SELECT count(*) FROM notice WHERE state = 'SENT' AND attempts = 1"));
    }

    @Test
    void aSenderProcessKilledInMidBatchLosesNothingAndDoublesAtMostTheLetterInItsHand() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        for (int i = 0; i < 400; i++) {
            queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        }
        Process process = new ProcessBuilder(SenderProcess.command(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.datasource.username"),
                        setting("quarkus.datasource.password"),
                        Integer.toString(config.smtp().port()),
                        setting("suite.crypto.keys").substring(3)))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/sender-process.log"))
                .start();
        // a Java of its own takes its time on a busy machine
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mail.getReceivedMessages().length > 20);

        // When
        process.destroyForcibly().waitFor();
        int before = mail.getReceivedMessages().length;
        await(() -> {
            sender(FRIDAY_AT_TEN).send();
            return number("SELECT count(*) FROM notice WHERE state = 'SENT'") == 400;
        });

        // Then
        int received = mail.getReceivedMessages().length;
        System.out.printf("sender killed after %d letters: %d arrived for 400%n", before, received);
        assertTrue(before < 400, "killed too late to prove anything");
        assertEquals(400, messageIds().size());
        assertTrue(received <= 401, received + " letters arrived");
    }

    @Test
    void aSenderThatIsToStopGivesBackWhatItHasNotTried() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        for (int i = 0; i < 200; i++) {
            queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        }
        SendNotices sender = sender(FRIDAY_AT_TEN);
        SupervisedLoop loop = new SupervisedLoop(
                "sender",
                self -> {
                    while (!self.isStopping()) {
                        sender.round();
                    }
                },
                new SimpleMeterRegistry());
        loop.start();
        await(() -> mail.getReceivedMessages().length > 0);

        // When
        loop.stop();
        int untilThen = mail.getReceivedMessages().length;
        loop.join(Duration.ofSeconds(20));

        // Then
        int after = mail.getReceivedMessages().length - untilThen;
        assertTrue(after <= 1, after + " letters after the one in hand");
        long sent = number("SELECT count(*) FROM notice WHERE state = 'SENT'");
        assertTrue(sent < 200, "stopped too late to prove anything");
        assertEquals(0, number("SELECT count(*) FROM notice WHERE claim IS NOT NULL"));
        assertEquals(200 - sent, number("SELECT count(*) FROM notice WHERE attempts = 0 AND next_attempt_at <= now()"));
    }

    @Test
    void theLettersOfASenderThatDiedAreSentByAnother() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        for (int i = 0; i < 5; i++) {
            queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        }
        List<PendingNotice> claimed = store.claim(5, config.lease(), FRIDAY_AT_TEN);

        // When
        int atOnce = sender(FRIDAY_AT_TEN).send();
        await(() -> sender(FRIDAY_AT_TEN).send() == 5);

        // Then
        assertEquals(5, claimed.size());
        assertEquals(0, atOnce, "the lease of the dead one still runs");
        assertEquals(5, mail.getReceivedMessages().length);
        assertEquals(5, number("SELECT count(*) FROM notice WHERE state = 'SENT' AND attempts = 2"));

        // and what the dead one says when it wakes counts no more
        assertFalse(store.settle(claimed.getFirst(), NoticeState.FAILED, "late", "SMTP", FRIDAY_AT_TEN));
    }

    @Test
    void aLetterSentByASenderThatDiedBeforeItCouldSaySoComesTwiceUnderOneMessageId() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        SendNotices dies = new SendNotices(
                config,
                new NoticeStore(database) {
                    @Override
                    boolean settle(PendingNotice notice, NoticeState state, String why, String channel, Instant now) {
                        throw new AssertionError("killed");
                    }
                },
                addresses,
                hours(FRIDAY_AT_TEN),
                metrics,
                Clock.fixed(FRIDAY_AT_TEN, BEIJING));
        assertThrows(AssertionError.class, dies::send);

        // When
        await(() -> sender(FRIDAY_AT_TEN).send() == 1);

        // Then
        assertEquals(2, mail.getReceivedMessages().length);
        assertEquals(1, messageIds().size());
        assertEquals(List.of("SENT SMTP 2"), states());
    }

    @Test
    void aServerThatIsDownIsTriedAgainUntilItIsUp() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        mail.stop();

        // When
        int first = sender(FRIDAY_AT_TEN).send();
        List<String> down = texts(
                "SELECT state || ' ' || coalesce(why, '-') || ' ' || attempts FROM notice ORDER BY attempts DESC");
        open();
        await(() -> {
            sender(FRIDAY_AT_TEN).send();
            return mail.getReceivedMessages().length == 2;
        });

        // Then
        assertEquals(0, first);
        assertEquals(List.of("FAILED SERVER_UNREACHABLE 1", "WAITING - 0"), down, "one tried, the other spared");
        assertEquals(2, number("SELECT count(*) FROM notice WHERE state = 'SENT' AND why IS NULL"));
    }

    @Test
    void afterTheLastAttemptALetterIsGivenUp() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        mail.stop();
        double before = givenUp();

        // When
        await(() -> {
            sender(FRIDAY_AT_TEN).send();
            return number("SELECT count(*) FROM notice WHERE next_attempt_at IS NULL") == 1;
        });

        // Then
        assertEquals(List.of("FAILED SMTP 4"), states());
        assertEquals(1, givenUp() - before);
        assertEquals(List.of("SERVER_UNREACHABLE"), texts("SELECT why FROM notice"));
    }

    @Test
    void anAddressThatDoesNotExistIsNotTriedAgainAndAFullMailboxIs() throws Exception {
        // Given
        mail.stop();
        address(Recipient.unit("U1"), "unit@example.com", null);
        queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));

        // When
        try (GruffMailServer server = new GruffMailServer(config.smtp().port(), "452 mailbox is full", false)) {
            sender(FRIDAY_AT_TEN).send();
        }
        List<String> full = texts("SELECT state || ' ' || why || ' ' || (next_attempt_at IS NULL) FROM notice");
        try (GruffMailServer server = new GruffMailServer(config.smtp().port(), "550 no such mailbox", false)) {
            await(() -> sender(FRIDAY_AT_TEN).send() == 1);
        }

        // Then
        assertEquals(List.of("FAILED SERVER_SAID_452 false"), full);
        assertEquals(
                List.of("FAILED SERVER_SAID_550 true"),
                texts("SELECT state || ' ' || why || ' ' || (next_attempt_at IS NULL) FROM notice"));
    }

    @Test
    void theLettersOfABatchShareAConnection() throws Exception {
        // Given
        mail.stop();
        address(Recipient.unit("U1"), "unit@example.com", null);
        for (int i = 0; i < 6; i++) {
            queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        }

        // When
        try (GruffMailServer server = new GruffMailServer(config.smtp().port(), "250 fine", false)) {
            sender(FRIDAY_AT_TEN).send();

            // Then
            assertEquals(1, server.connections());
            assertEquals(6, server.letters());
        }
        assertEquals(6, number("SELECT count(*) FROM notice WHERE state = 'SENT' AND attempts = 1"));
    }

    @Test
    void aServerThatEndsAConnectionAfterSomeLettersGetsTheNextOnANewOne() throws Exception {
        // Given
        mail.stop();
        address(Recipient.unit("U1"), "unit@example.com", null);
        for (int i = 0; i < 6; i++) {
            queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));
        }

        // When
        try (GruffMailServer server = new GruffMailServer(config.smtp().port(), "250 fine", false, 2)) {
            sender(FRIDAY_AT_TEN).send();

            // Then
            assertEquals(3, server.connections());
            assertEquals(6, server.letters());
        }
        assertEquals(6, number("SELECT count(*) FROM notice WHERE state = 'SENT' AND attempts = 1"));
    }

    @Test
    void aConnectionThatBreaksBeforeTheServersWordIsTriedAgain() throws Exception {
        // Given
        mail.stop();
        address(Recipient.unit("U1"), "unit@example.com", null);
        queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.unit("U1"));

        // When
        try (GruffMailServer server = new GruffMailServer(config.smtp().port(), "250 fine", true)) {
            sender(FRIDAY_AT_TEN).send();
            assertEquals(1, server.letters());
        }

        // Then
        assertEquals(
                List.of("FAILED CONNECTION_BROKEN false"),
                texts("SELECT state || ' ' || why || ' ' || (next_attempt_at IS NULL) FROM notice"));
    }

    @Test
    void withoutAnAddressOrATaskALetterIsSkippedWithItsReason() throws Exception {
        // Given
        double before = counted("skipped", "no_address");
        queue(FRIDAY_AT_TEN, notice(UUID.randomUUID(), true), Recipient.account("nobody"));
        address(Recipient.unit("U1"), "unit@example.com", null);
        UUID thing = use.make(UseThings.DISTRICT, "done before it was told");
        ThingTasks.waitsFor(
                thing,
                Task.of("thing-to-count", "", Assignee.role("CLERK").of("U1"), "N1")
                        .urgent(true));
        use.count(thing, 1);
        ThingTasks.waitsFor(thing);
        use.count(thing, 1);

        // When
        sender(Instant.now().plus(Duration.ofDays(1))).send();

        // Then
        assertEquals(List.of("NO_ADDRESS"), texts("SELECT why FROM notice WHERE recipient = 'nobody'"));
        assertEquals(List.of("TASK_DONE"), texts("SELECT why FROM notice WHERE recipient = 'U1'"));
        assertEquals(List.of("SKIPPED SMTP 1", "SKIPPED SMTP 1"), states());
        assertEquals(0, mail.getReceivedMessages().length);
        assertEquals(1, counted("skipped", "no_address") - before);
    }

    @Test
    void anOrdinaryLetterWaitsForTheNextWorkingIntervalAndAnUrgentOneDoesNot() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        Instant fridayAtSeven = Instant.parse("2026-09-18T11:00:00Z");
        Instant saturdayNoon = Instant.parse("2026-09-19T04:00:00Z");
        Instant sundayMakeUpMorning = Instant.parse("2026-09-20T00:30:00Z");
        queue(fridayAtSeven, notice(UUID.randomUUID(), false), Recipient.unit("U1"));
        queue(fridayAtSeven, notice(UUID.randomUUID(), true), Recipient.unit("U1"));

        // When
        int friday = sender(fridayAtSeven).send();
        int saturday = sender(saturdayNoon).send();
        int sundayTooEarly = sender(sundayMakeUpMorning.minusSeconds(1)).send();
        int sunday = sender(sundayMakeUpMorning).send();

        // Then
        assertEquals(List.of(1, 0, 0, 1), List.of(friday, saturday, sundayTooEarly, sunday));
    }

    @Test
    void whatFailsAtTheEndOfTheDayIsTriedAgainOnTheNext() throws Exception {
        // Given
        address(Recipient.unit("U1"), "unit@example.com", null);
        Instant lastMoment = Instant.parse("2026-09-18T09:29:59.950Z");
        queue(lastMoment, notice(UUID.randomUUID(), false), Recipient.unit("U1"));
        mail.stop();

        // When
        sender(lastMoment).send();

        // Then
        assertEquals(List.of("2026-09-20 00:30:00"), texts("SELECT held_until AT TIME ZONE 'UTC' FROM notice"));
    }

    @Test
    void anEventTellsWhomItConcernsOnce() throws Exception {
        // Given
        UUID thing = use.make(UseThings.DISTRICT, "suspected");

        // When
        use.append(thing, new ThingEvent.Suspected("N-9"));

        // Then
        assertEquals(
                List.of("HAPPENED thing-warned|warned|true"),
                texts("SELECT occasion || '|' || recipient || '|' || urgent FROM notice WHERE subject = ?", thing));
        assertEquals(1, number("SELECT count(*) FROM notice n JOIN event_log e ON e.id = n.cause"));
    }

    @Test
    void aUnitsAddressIsThatOfTheNearestDivisionAboveAndNoneOfItsSiblings() throws Exception {
        // Given
        direct.direct(
                Recipient.unit("ZR"), DivisionCode.parse("440703"), new NoticeAddressRequest("d@example.com", null));
        direct.direct(
                Recipient.unit("ZR"), DivisionCode.parse("440704"), new NoticeAddressRequest("e@example.com", null));
        direct.direct(
                Recipient.unit("ZR"), DivisionCode.parse("440703101"), new NoticeAddressRequest("t@example.com", null));

        // When
        var district = addresses.of(Recipient.unit("ZR"), DivisionCode.parse("440703102"));
        var town = addresses.of(Recipient.unit("ZR"), DivisionCode.parse("440703101"));
        var city = addresses.of(Recipient.unit("ZR"), DivisionCode.parse("4407"));

        // Then
        assertEquals("d@example.com", district.orElseThrow().address());
        assertEquals("t@example.com", town.orElseThrow().address());
        assertTrue(city.isEmpty());
        assertEquals(0, number("SELECT count(*) FROM notice_address WHERE address_sealed::text LIKE '%example%'"));
        assertEquals(
                3,
                number("SELECT count(*) FROM event_log WHERE type = 'notice-address.changed.v1'"
                        + " AND data NOT LIKE '%example%' AND data LIKE '%\"ZR\"%'"));
    }

    private SendNotices sender(Instant now) {
        return new SendNotices(config, store, addresses, hours(now), metrics, Clock.fixed(now, BEIJING));
    }

    private WorkingHours hours(Instant now) {
        return new WorkingHours(calendar, Clock.fixed(now, BEIJING));
    }

    private void address(Recipient whose, String email, NoticeAddressRequest.Language language) {
        direct.direct(whose, UseThings.DISTRICT, new NoticeAddressRequest(email, language));
    }

    private void queue(Instant now, Notice notice, Recipient recipient) {
        new Notices(database, hours(now)).queue(notice, recipient);
        new Notices(database, hours(now)).queue(notice, recipient);
    }

    private static Notice notice(UUID subject, boolean urgent) {
        return new Notice(
                subject,
                Notice.ASSIGNED,
                null,
                UseThings.DISTRICT,
                "thing",
                subject,
                Notice.ASSIGNED,
                "thing-to-check",
                List.of("@word.all", "N-7"),
                "/v1/things/" + subject,
                Instant.parse("2026-09-20T01:00:00Z"),
                false,
                urgent);
    }

    private MimeMessage to(String address) throws Exception {
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("nothing for " + address);
    }

    private Set<String> messageIds() throws Exception {
        Set<String> ids = new HashSet<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        return ids;
    }

    private static List<String> states() {
        return texts("SELECT state || ' ' || channel || ' ' || attempts FROM notice ORDER BY id");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private double givenUp() {
        return meters.get("suite.notices.given.up").counter().count();
    }

    private double counted(String outcome, String reason) {
        var counter = meters.find("suite.notices")
                .tags("outcome", outcome, "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
