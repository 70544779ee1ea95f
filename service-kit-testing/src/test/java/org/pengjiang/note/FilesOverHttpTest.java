package org.pengjiang.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.note.BadInputTest.assertProblem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pengjiang.kit.file.AttachedFile;
import org.pengjiang.kit.file.FileAccess;
import org.pengjiang.kit.file.FileRight;
import org.pengjiang.kit.file.Files;
import org.pengjiang.kit.file.ScanState;
import org.pengjiang.kit.file.VirusScan;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.testing.Api;
import org.pengjiang.kit.testing.Persona;

/** Files: handed in at once or in parts, read by those who may see their subject, gone when nobody refers to them. */
@QuarkusTest
@QuarkusTestResource(NoteStack.class)
class FilesOverHttpTest {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(US_ASCII);
    private static final byte[] HEIC = ("\0\0\0\u0018ftypheic\0\0\0\0mif1heic").getBytes(ISO_8859_1);
    private static final String BINARY = "application/octet-stream";
    private static final String PART = "application/offset+octet-stream";

    private final Persona writer = Persona.of("files " + UUID.randomUUID(), "440703", "WRITER");
    private final Api mine = Api.as(writer);
    private final Api reader = Api.as(Persona.of("file-reader", "440703", "READER"));
    private final Api outsider = Api.as(Persona.of("file-outsider", "440703", "ENTERPRISE"));
    private final Api other = Api.as(Persona.of("other files", "440703", "WRITER"));

    @Inject
    Files files;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "suite.files.folder")
    String folder;

    @TestHTTPResource
    URI service;

    @Inject
    @jakarta.enterprise.inject.Any
    jakarta.enterprise.inject.Instance<PeriodicJob> jobs;

    /** Readers see the files of notes, enterprises as outsiders; of a secret subject nobody does. */
    @ApplicationScoped
    static class NoteFiles implements FileAccess {
        @Override
        public String subjectType() {
            return "note";
        }

        @Override
        public FileRight right(UUID subject, Caller caller) {
            return caller.hasRole("READER")
                    ? FileRight.ORIGINAL
                    : caller.hasRole("ENTERPRISE") ? FileRight.STRIPPED : FileRight.NONE;
        }
    }

    /** Finds one word. It is away from a content that says so, and fails at another, until it comes back. */
    @ApplicationScoped
    static class NoteScanner implements VirusScan {
        static final String VIRUS = "a fictional virus";
        static final String AWAY = "the scanner is away";
        static final String CONFUSING = "the scanner fails";
        static final String BREAKING = "the scanner breaks";
        static final AtomicBoolean IS_BACK = new AtomicBoolean();
        static final AtomicInteger ASKED_WHILE_AWAY = new AtomicInteger();

        @Override
        public boolean isClean(InputStream content) throws IOException {
            String text = new String(content.readAllBytes(), ISO_8859_1);
            if (!IS_BACK.get() && text.contains(BREAKING)) {
                throw new StackOverflowError(BREAKING);
            }
            if (!IS_BACK.get() && text.contains(AWAY)) {
                ASKED_WHILE_AWAY.incrementAndGet();
                throw new IOException(AWAY);
            }
            if (!IS_BACK.get() && text.contains(CONFUSING)) {
                throw new IllegalStateException(CONFUSING);
            }
            return !text.contains(VIRUS);
        }
    }

    @Test
    void whatWasHandedInIsReadByteForByte() {
        // Given
        byte[] content = pdf();

        // When
        Response created = upload(mine, "施工 许可证.pdf", "application/pdf", content);
        Response read = mine.get(created.header("Location"));

        // Then
        assertEquals(201, created.statusCode(), created.asString());
        assertEquals("\"" + sha256(content) + "\"", created.header("ETag"));
        assertEquals("NOT_SCANNED", created.path("scan"));
        assertEquals("application/pdf", created.path("mediaType"));
        assertEquals(200, read.statusCode());
        assertArrayEquals(content, read.asByteArray());
        assertEquals(created.header("ETag"), read.header("ETag"));
        assertEquals("application/pdf", read.contentType());
        assertEquals(Integer.toString(content.length), read.header("Content-Length"));
        assertEquals("nosniff", read.header("X-Content-Type-Options"));
        assertEquals("sandbox; default-src 'none'", read.header("Content-Security-Policy"));
        assertEquals(
                "attachment; filename=\"__ ___.pdf\"; filename*=UTF-8''%E6%96%BD%E5%B7%A5%20%E8%AE%B8%E5%8F%AF%E8%AF%81.pdf",
                read.header("Content-Disposition"));
    }

    @Test
    void aRepeatWithItsKeyIsTheSameFile() {
        String key = UUID.randomUUID().toString();
        byte[] content = pdf();

        Response first = upload(mine, "a.pdf", BINARY, content, key);
        Response again = upload(mine, "a.pdf", BINARY, content, key);

        assertEquals(first.<String>path("id"), again.path("id"));
    }

    @Test
    void theSameContentTwiceIsTwoFilesAndOneContent() throws SQLException {
        byte[] content = pdf();

        String first = upload(mine, "a.pdf", BINARY, content).path("id");
        String second = upload(other, "b.pdf", BINARY, content).path("id");

        assertNotEquals(first, second);
        assertEquals(1, count("SELECT count(*) FROM stored_file WHERE sha256 = '" + sha256(content) + "'"));
        assertEquals(404, other.get("/v1/files/" + first).statusCode());
    }

    @Test
    void whoWritesTheSameContentAtOnceAllSucceed() throws Exception {
        byte[] content = pdf();
        Callable<Response> upload = () -> upload(mine, "a.pdf", BINARY, content);

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Response> one : threads.invokeAll(List.of(upload, upload, upload, upload))) {
                assertEquals(201, one.get().statusCode(), one.get().asString());
            }
        }
    }

    @Test
    void everyFaultOfAFileIsNamedAtOnceInBothLanguages() {
        Response english = refused("en");
        Response chinese = refused("zh-CN");

        assertEquals(422, english.statusCode(), english.asString());
        assertProblem(english, "FILE_TYPE_DIFFERS");
        assertEquals(List.of("header:Content-Type", "query:name"), english.<List<String>>path("errors.pointer"));
        assertEquals("By its content the file is application/pdf.", english.path("errors[0].detail"));
        assertEquals("按内容判断，该文件为 application/pdf。", chinese.path("errors[0].detail"));
    }

    private Response refused(String language) {
        return mine.request()
                .header("Accept-Language", language)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("image/png")
                .body(PDF)
                .post("/v1/files?name=a.jpg");
    }

    @Test
    void whatIsNoFileOfOursIsRefusedInOrder() {
        assertEquals(422, upload(mine, "a.pdf", BINARY, new byte[0]).statusCode());
        assertProblem(upload(mine, "a.txt", "text/plain", "<html></html>".getBytes(UTF_8)), "FILE_TYPE_NOT_TAKEN");
        assertEquals(
                415, upload(mine.offTheSurface(), "a.htm", "text/html", PDF).statusCode());
        assertEquals(
                413, upload(mine, "a.pdf", BINARY, new byte[(20 << 20) + 1]).statusCode());
        assertEquals(
                400,
                mine.request()
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(BINARY)
                        .body(PDF)
                        .post("/v1/files")
                        .statusCode());
        assertEquals(403, upload(reader, "a.pdf", BINARY, PDF).statusCode());
        assertEquals(404, mine.get("/v1/files/" + UUID.randomUUID()).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0, 4",
        "bytes=5-, 5, -1",
        "bytes=-7, -7, -1",
        "bytes=3-999999999999999999999999, 3, -1",
    })
    void aPartIsReadAlone(String range, int from, int to) {
        byte[] content = pdf();
        String id = upload(mine, "a.pdf", BINARY, content).path("id");
        int begin = from < 0 ? content.length + from : from;
        int end = to < 0 ? content.length : to;

        Response part = mine.request().header("Range", range).get("/v1/files/" + id);

        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(content, begin, end), part.asByteArray());
        assertEquals("bytes " + begin + "-" + (end - 1) + "/" + content.length, part.header("Content-Range"));
    }

    @Test
    void aRangeOfAnotherVersionOrOfSeveralPartsIsTheWhole() {
        byte[] content = pdf();
        String id = upload(mine, "a.pdf", BINARY, content).path("id");

        Response stale = mine.request()
                .header("Range", "bytes=0-3")
                .header("If-Range", "\"0\"")
                .get("/v1/files/" + id);
        Response several = mine.request().header("Range", "bytes=0-3,5-6").get("/v1/files/" + id);

        assertArrayEquals(content, stale.asByteArray());
        assertArrayEquals(content, several.asByteArray());
    }

    @Test
    void aPartBehindTheEndIsRefused() {
        byte[] content = pdf();
        String id = upload(mine, "a.pdf", BINARY, content).path("id");

        Response refused = mine.request().header("Range", "bytes=99999-").get("/v1/files/" + id);

        assertEquals(416, refused.statusCode());
        assertProblem(refused, "RANGE_UNSATISFIABLE");
        assertEquals("bytes */" + content.length, refused.header("Content-Range"));
    }

    @Test
    void whoKnowsTheContentIsNotSentIt() {
        Response created = upload(mine, "a.pdf", BINARY, pdf());

        Response again =
                mine.request().header("If-None-Match", created.header("ETag")).get(created.header("Location"));

        assertEquals(304, again.statusCode());
    }

    @Test
    void theSubjectSaysWhoReads() {
        // Given
        String id = upload(mine, "a.pdf", BINARY, pdf()).path("id");
        assertEquals(404, reader.get("/v1/files/" + id).statusCode());

        // When
        attach(id, "note");

        // Then
        assertEquals(200, reader.get("/v1/files/" + id).statusCode());
        assertEquals(200, outsider.get("/v1/files/" + id).statusCode());
        assertEquals(404, mine.get("/v1/files/" + id).statusCode());
        assertEquals(404, mine.get("/v1/files/" + id + "/details").statusCode());
        assertEquals(404, mine.get("/v1/files/" + id + "/thumbnail").statusCode());
    }

    @Test
    void nobodyReadsTheFilesOfASubjectThatNobodyAnswersFor() {
        String id = upload(mine, "a.pdf", BINARY, pdf()).path("id");

        attach(id, "nothing we know");

        assertEquals(404, reader.get("/v1/files/" + id).statusCode());
    }

    @Test
    void outsidersGetAPhotoWithoutWhatTheCameraHasNotedAndNoHeic() throws IOException {
        // Given
        byte[] photo = photo();
        String jpeg = upload(mine, "site.jpg", "image/jpeg", photo).path("id");
        String heic = upload(mine, "site.heic", "image/heic", HEIC).path("id");
        attach(jpeg, "note");
        attach(heic, "note");

        // When
        Response original = reader.get("/v1/files/" + jpeg);
        Response stripped = outsider.request().header("Range", "bytes=0-3").get("/v1/files/" + jpeg);

        // Then
        assertArrayEquals(photo, original.asByteArray());
        assertTrue(text(original).contains("Exif"));
        assertEquals(200, stripped.statusCode());
        assertFalse(text(stripped).contains("Exif"));
        assertFalse(text(stripped).contains("secret place"));
        assertEquals(
                40,
                ImageIO.read(new ByteArrayInputStream(stripped.asByteArray())).getWidth());
        assertEquals("\"" + sha256(photo) + "-stripped2\"", stripped.header("ETag"));
        assertTrue(stripped.header("Content-Disposition").startsWith("inline; "));
        assertArrayEquals(stripped.asByteArray(), knownBefore(jpeg, photo).asByteArray());
        assertNull(outsider.get("/v1/files/" + jpeg + "/details").path("photo"));
        assertEquals(200, reader.get("/v1/files/" + heic).statusCode());
        assertEquals(403, outsider.get("/v1/files/" + heic).statusCode());
    }

    /** By who holds the copy that kept no orientation. */
    private Response knownBefore(String file, byte[] photo) {
        return outsider.request()
                .header("If-None-Match", "\"" + sha256(photo) + "-stripped\"")
                .get("/v1/files/" + file);
    }

    @Test
    void aThumbnailIsSmallAndOfPicturesAlone() throws IOException {
        String png =
                upload(mine, "plan.png", "image/png", picture("png", 1000, 10)).path("id");
        String pdf = upload(mine, "plan.pdf", "application/pdf", pdf()).path("id");

        Response thumbnail = mine.get("/v1/files/" + png + "/thumbnail");
        Response none = mine.get("/v1/files/" + pdf + "/thumbnail");

        assertEquals("image/png", thumbnail.contentType());
        assertEquals(
                320,
                ImageIO.read(new ByteArrayInputStream(thumbnail.asByteArray())).getWidth());
        assertEquals(422, none.statusCode());
        assertProblem(none, "THUMBNAIL_IMPOSSIBLE");
    }

    @Test
    void aFileInWhichTheScanFindsSomethingIsWithheld() throws Exception {
        // Given
        nothingWaitsForTheScan();
        String clean = upload(mine, "a.pdf", BINARY, pdf()).path("id");
        byte[] sick =
                new String(pdf(), US_ASCII).replace("endobj", NoteScanner.VIRUS).getBytes(US_ASCII);
        String infected = upload(mine, "b.pdf", BINARY, sick).path("id");

        // When
        job("file-scan").round();

        // Then
        assertEquals("CLEAN", mine.get("/v1/files/" + clean + "/details").path("scan"));
        assertEquals(200, mine.get("/v1/files/" + clean).statusCode());
        assertEquals("INFECTED", mine.get("/v1/files/" + infected + "/details").path("scan"));
        Response withheld = mine.get("/v1/files/" + infected);
        assertEquals(403, withheld.statusCode());
        assertProblem(withheld, "FILE_INFECTED");
        Response thumbnail = mine.get("/v1/files/" + infected + "/thumbnail");
        assertProblem(thumbnail, "FILE_INFECTED");
        DomainException notAttached = assertThrows(DomainException.class, () -> attach(infected, "note"));
        assertEquals(KitProblem.FILE_INFECTED, notAttached.code());
        assertEquals("INFECTED", mine.get("/v1/files/" + infected + "/details").path("scan"));
    }

    @Test
    void whatTheScannerDoesNotAnswerForIsNotScannedAndAskedAgain() throws Exception {
        // Given
        nothingWaitsForTheScan();
        NoteScanner.IS_BACK.set(false);
        String waiting = uploadSaying(NoteScanner.AWAY);
        String confusing = uploadSaying(NoteScanner.CONFUSING);
        String other = upload(mine, "a.pdf", BINARY, pdf()).path("id");

        // When
        job("file-scan").round();

        // Then
        assertEquals(
                "NOT_SCANNED", mine.get("/v1/files/" + waiting + "/details").path("scan"));
        assertEquals(
                "NOT_SCANNED", mine.get("/v1/files/" + confusing + "/details").path("scan"));
        assertEquals("CLEAN", mine.get("/v1/files/" + other + "/details").path("scan"));
        assertEquals(200, mine.get("/v1/files/" + waiting).statusCode());

        // When
        NoteScanner.IS_BACK.set(true);

        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            job("file-scan").round();
            return Stream.of(waiting, confusing)
                    .allMatch(id -> mine.get("/v1/files/" + id + "/details")
                            .path("scan")
                            .equals("CLEAN"));
        });
        assertEquals(0, gauge("suite.files.unscanned"));
        assertEquals(0, gauge("suite.files.unscanned.seconds"));
    }

    @Test
    void aScannerThatIsAwayIsAskedForAFewContentsOnlyAndForOthersInTheNextRound() throws Exception {
        // Given
        nothingWaitsForTheScan();
        NoteScanner.IS_BACK.set(false);
        NoteScanner.ASKED_WHILE_AWAY.set(0);
        List<String> waiting =
                Stream.generate(() -> uploadSaying(NoteScanner.AWAY)).limit(8).toList();
        String other = upload(mine, "a.pdf", BINARY, pdf()).path("id");
        try {
            // When
            IllegalStateException ended = assertThrows(
                    IllegalStateException.class, () -> job("file-scan").round());

            // Then
            assertEquals("the virus scan has failed at 5 contents in a row", ended.getMessage());
            assertEquals(5, NoteScanner.ASKED_WHILE_AWAY.get());
            assertEquals(waiting.size() + 1, gauge("suite.files.unscanned"));

            // When
            job("file-scan").round();

            // Then
            assertEquals(8, NoteScanner.ASKED_WHILE_AWAY.get());
            assertEquals("CLEAN", mine.get("/v1/files/" + other + "/details").path("scan"));
            assertEquals(waiting.size(), gauge("suite.files.unscanned"));
        } finally {
            NoteScanner.IS_BACK.set(true);
        }
    }

    @Test
    void aContentThatBreaksTheScannerEndsOneRoundAndKeepsNoOtherWaiting() throws Exception {
        // Given
        nothingWaitsForTheScan();
        NoteScanner.IS_BACK.set(false);
        uploadSaying(NoteScanner.BREAKING);
        String other = upload(mine, "a.pdf", BINARY, pdf()).path("id");
        try {
            // When
            assertThrows(StackOverflowError.class, () -> job("file-scan").round());
            job("file-scan").round();

            // Then
            assertEquals("CLEAN", mine.get("/v1/files/" + other + "/details").path("scan"));
        } finally {
            NoteScanner.IS_BACK.set(true);
        }
    }

    private static void nothingWaitsForTheScan() throws SQLException {
        run("UPDATE stored_file SET scan = 'CLEAN', scanned_at = now() WHERE scan = 'NOT_SCANNED'");
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private String uploadSaying(String word) {
        byte[] content = new String(pdf(), US_ASCII).replace("endobj", word).getBytes(US_ASCII);
        return upload(mine, "a.pdf", BINARY, content).path("id");
    }

    @Test
    void severalFilesOfASubjectAreListedInTheOrderInWhichTheyWereNamed() {
        // Given
        UUID first = UUID.fromString(upload(mine, "1.pdf", BINARY, pdf()).path("id"));
        UUID second = UUID.fromString(upload(mine, "2.pdf", BINARY, pdf()).path("id"));
        UUID subject = UUID.randomUUID();
        UUID without = UUID.randomUUID();

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> files.attach(List.of(second, first), "/fileIds", "note", subject, caller()));

        // Then
        Map<UUID, List<AttachedFile>> listed = files.of(List.of(without, subject));
        assertEquals(Set.of(subject), listed.keySet());
        assertEquals(
                List.of(second, first),
                listed.get(subject).stream().map(AttachedFile::id).toList());
        assertEquals(ScanState.NOT_SCANNED, listed.get(subject).getFirst().scan());
    }

    @Test
    void everyFileThatCannotBeAttachedIsNamedByItsPlace() {
        // Given
        UUID good = UUID.fromString(upload(mine, "1.pdf", BINARY, pdf()).path("id"));
        UUID foreign = UUID.fromString(upload(other, "2.pdf", BINARY, pdf()).path("id"));
        UUID attached = UUID.fromString(upload(mine, "3.pdf", BINARY, pdf()).path("id"));
        attach(attached.toString(), "note");
        String begun = begin(mine, PDF.length, "4.pdf").header("Location");
        UUID unfinished = UUID.fromString(begun.substring(begun.length() - 36));
        List<UUID> named = List.of(good, foreign, attached, unfinished, good, UUID.randomUUID());

        // When
        DomainException refused = assertThrows(
                DomainException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> files.attach(named, "/fileIds", "note", UUID.randomUUID(), caller())));

        // Then
        assertEquals(KitProblem.VALUE_UNACCEPTABLE, refused.code());
        assertEquals(
                List.of(
                        Fault.at("/fileIds/1", KitProblem.FILE_UNKNOWN),
                        Fault.at("/fileIds/2", KitProblem.FILE_ATTACHED),
                        Fault.at("/fileIds/3", KitProblem.FILE_UNFINISHED),
                        Fault.at("/fileIds/4", KitProblem.FILE_TWICE),
                        Fault.at("/fileIds/5", KitProblem.FILE_UNKNOWN)),
                refused.faults());
        assertEquals(200, mine.get("/v1/files/" + good).statusCode());
    }

    @Test
    void twoWhoAttachTheSameFilesInAnotherOrderNeverWaitForEachOther() throws Exception {
        // Given
        List<UUID> ids = IntStream.range(0, 8)
                .mapToObj(i ->
                        UUID.fromString(upload(mine, i + ".pdf", BINARY, pdf()).path("id")))
                .toList();
        Callable<Boolean> forwards = () -> isAttached(ids);
        Callable<Boolean> backwards = () -> isAttached(ids.reversed());

        // When
        long attached = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> one : threads.invokeAll(List.of(forwards, backwards))) {
                attached += one.get() ? 1 : 0;
            }
        }

        // Then
        assertEquals(1, attached);
    }

    private boolean isAttached(List<UUID> ids) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> files.attach(ids, "/fileIds", "note", UUID.randomUUID(), caller()));
            return true;
        } catch (DomainException refused) {
            assertEquals(8, refused.faults().size());
            return false;
        }
    }

    @Test
    void anUploadInPartsGoesOnWhereItStood() throws SQLException {
        // Given
        byte[] content = pdf();
        Response begun = begin(mine, content.length, "plan.pdf");
        String upload = begun.header("Location");
        assertEquals(201, begun.statusCode(), begun.asString());

        // When
        Response first = part(mine, upload, 0, Arrays.copyOfRange(content, 0, 10), null);
        Response again = part(mine, upload, 0, Arrays.copyOfRange(content, 0, 10), null);
        Response asked = head(mine, upload);
        Response second = part(mine, upload, 10, Arrays.copyOfRange(content, 10, 30), null);
        Response last = part(mine, upload, 30, Arrays.copyOfRange(content, 30, content.length), null);

        // Then
        assertEquals("204 10", first.statusCode() + " " + first.header("Upload-Offset"));
        assertEquals(409, again.statusCode());
        assertProblem(again, "UPLOAD_OFFSET_DIFFERS");
        assertEquals(10, again.<Integer>path("offset"));
        assertEquals("10", asked.header("Upload-Offset"));
        assertEquals(Integer.toString(content.length), asked.header("Upload-Length"));
        assertEquals("no-store", asked.header("Cache-Control"));
        assertEquals("1.0.0", asked.header("Tus-Resumable"));
        assertEquals("30", second.header("Upload-Offset"));
        assertEquals("204 " + content.length, last.statusCode() + " " + last.header("Upload-Offset"), last.asString());
        assertEquals(Integer.toString(content.length), head(mine, upload).header("Upload-Offset"));
        Response file = mine.get(upload.replace("uploads", "files"));
        assertArrayEquals(content, file.asByteArray());
        assertTrue(file.header("Content-Disposition").contains("filename=\"plan.pdf\""));
        assertEquals(
                0,
                count("SELECT count(*) FROM upload_part WHERE upload = '" + upload.substring(upload.length() - 36)
                        + "'"));
    }

    @Test
    void anUploadWhoseConnectionBreaksInTheMiddleOfAPartGoesOnAtItsBeginning() throws IOException {
        // Given
        byte[] content = pdf();
        String upload = begin(mine, content.length, "plan.pdf").header("Location");
        part(mine, upload, 0, Arrays.copyOfRange(content, 0, 10), null);

        // When
        breakOff(upload, 10, Arrays.copyOfRange(content, 10, content.length));
        Response asked = head(mine, upload);
        Response last = part(mine, upload, 10, Arrays.copyOfRange(content, 10, content.length), null);

        // Then
        assertEquals("10", asked.header("Upload-Offset"));
        assertEquals(204, last.statusCode(), last.asString());
        assertArrayEquals(content, mine.get(upload.replace("uploads", "files")).asByteArray());
    }

    /** Announces all of the part, sends half of it and hangs up. */
    private void breakOff(String upload, long offset, byte[] part) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String head =
                    "PATCH " + upload + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nAuthorization: Bearer "
                            + writer.token() + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset
                            + "\r\nContent-Type: " + PART
                            + "\r\nContent-Length: " + part.length + "\r\n\r\n";
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            out.write(part, 0, part.length / 2);
            out.flush();
        }
    }

    @Test
    void aRefusedFileLeavesTheUploadWhereItWas() {
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(UTF_8);
        String upload = begin(mine, html.length, "a.txt").header("Location");
        part(mine, upload, 0, Arrays.copyOfRange(html, 0, 5), null);

        Response refused = part(mine, upload, 5, Arrays.copyOfRange(html, 5, html.length), null);

        assertProblem(refused, "FILE_TYPE_NOT_TAKEN");
        assertEquals(422, refused.statusCode());
        assertEquals("5", head(mine, upload).header("Upload-Offset"));
        assertEquals(404, mine.get(upload.replace("uploads", "files")).statusCode());
    }

    @Test
    void aPartThatArrivesChangedIsRefused() throws NoSuchAlgorithmException {
        String upload = begin(mine, PDF.length, "a.pdf").header("Location");
        String right = "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(PDF));

        Response changed = part(mine, upload, 0, Arrays.copyOf(PDF, 9), right);
        Response whole = part(mine, upload, 0, PDF, right);

        assertEquals(460, changed.statusCode());
        assertProblem(changed, "CHECKSUM_DIFFERS");
        assertEquals(204, whole.statusCode(), whole.asString());
    }

    @Test
    void anUploadBelongsToWhoBeganIt() {
        String upload = begin(mine, PDF.length, "a.pdf").header("Location");

        assertEquals(404, head(other, upload).statusCode());
        assertEquals(404, part(other, upload, 0, PDF, null).statusCode());
        assertEquals(404, tus(other).delete(upload).statusCode());
        assertEquals(403, begin(reader, PDF.length, "a.pdf").statusCode());
        assertEquals(204, tus(mine).delete(upload).statusCode());
        assertEquals(404, head(mine, upload).statusCode());
    }

    @Test
    void whatTheProtocolForbidsIsNamedAtOnce() {
        Response version = mine.request().header("Upload-Length", "5").post("/v1/uploads");
        Response both = tus(mine)
                .header("Upload-Length", "-5")
                .header("Upload-Metadata", "filename ?")
                .post("/v1/uploads");
        Response large = begin(mine, Long.MAX_VALUE / 100, "a.pdf");
        String upload = begin(mine, 3, "a.txt").header("Location");

        assertEquals(412, version.statusCode());
        assertProblem(version, "UPLOAD_PROTOCOL_DIFFERS");
        assertEquals("1.0.0", version.header("Tus-Version"));
        assertEquals(400, both.statusCode());
        assertTrue(both.<List<String>>path("errors.pointer")
                .containsAll(List.of("header:Upload-Length", "header:Upload-Metadata")));
        assertEquals(413, large.statusCode());
        assertEquals(413, part(mine, upload, 0, new byte[4], null).statusCode());
        assertEquals(
                415,
                tus(mine)
                        .header("Upload-Offset", "0")
                        .contentType("text/plain")
                        .body("abc")
                        .patch(upload)
                        .statusCode());
        Response options = mine.offTheSurface().request().options("/v1/uploads");
        assertEquals("creation,checksum,expiration,termination", options.header("Tus-Extension"));
        assertEquals("209715200", options.header("Tus-Max-Size"));
    }

    @Test
    void whoHasMuchWaitingAttachesItFirst() {
        // Given
        for (int i = 0; i < 5; i++) {
            assertEquals(201, begin(mine, 200 << 20, "a.zip").statusCode());
        }

        // When
        Response refused = begin(mine, 200 << 20, "a.zip");

        // Then
        assertEquals(429, refused.statusCode());
        assertEquals("1", refused.header("Retry-After"));
        assertEquals(201, begin(mine, 20 << 20, "a.zip").statusCode());
        assertEquals(201, begin(other, 20 << 20, "a.zip").statusCode());
    }

    @Test
    void theSameTextIsATableForOneAndATextForAnother() {
        // Given
        byte[] text = ("day,visits\n1," + UUID.randomUUID() + "\n").getBytes(UTF_8);
        Response first = upload(mine, "protocol.txt", BINARY, text);

        // When
        Response second = upload(other, "list.csv", BINARY, text);

        // Then
        assertEquals("text/plain", first.path("mediaType"));
        assertEquals("text/csv", second.path("mediaType"));
        assertEquals(
                "text/plain", mine.get(first.header("Location") + "/details").path("mediaType"));
        assertEquals("text/plain", mine.get(first.header("Location")).contentType());
        assertEquals("text/csv", other.get(second.header("Location")).contentType());
    }

    @Test
    void aFileThatAReplicaOfBeforeHasWrittenHasTheTypeOfItsContent() throws SQLException {
        Response file = upload(mine, "a.csv", BINARY, ("a,b\n1," + UUID.randomUUID() + "\n").getBytes(UTF_8));
        run("UPDATE file_reference SET media_type = NULL WHERE id = '" + file.<String>path("id") + "'");

        assertEquals("text/csv", mine.get(file.header("Location")).contentType());
    }

    @Test
    void whoBeginsManyUploadsAtOnceGetsNoMoreRoomThanOneAfterTheOther() throws Exception {
        Callable<Integer> begin = () -> begin(mine, 200 << 20, "a.zip").statusCode();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = threads.invokeAll(Collections.nCopies(16, begin)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertEquals(5, Collections.frequency(answers, 201), answers.toString());
            assertEquals(11, Collections.frequency(answers, 429), answers.toString());
        }
    }

    @Test
    void smallUploadsAreNotAnyNumberOfUploads() throws SQLException {
        run("""
                INSERT INTO upload (id, account, name, length, arrived, created_at, expires_at)
                SELECT gen_random_uuid(), '%s', 'a.txt', 1, 0, now(), now() + interval '7 days' FROM generate_series(1, %d)
                """.formatted(writer.subject(), (1 << 30) / (64 << 10)));

        assertEquals(429, begin(mine, 1, "a.txt").statusCode());
        assertEquals(201, begin(other, 1, "a.txt").statusCode());
    }

    @Test
    void oneRoundDropsAllUploadsThatHaveExpired() throws Exception {
        run("""
                INSERT INTO upload (id, account, name, length, arrived, created_at, expires_at)
                SELECT gen_random_uuid(), 'who forgets', 'a.txt', 1, 0, now(), now() FROM generate_series(1, 250)
                """);

        sweep();

        assertEquals(0, count("SELECT count(*) FROM upload WHERE account = 'who forgets'"));
    }

    @Test
    void whatAnUploadLeavesBehindThatIsGivenUpCountsUntilItIsRemoved() throws Exception {
        // Given
        byte[] half = pdf();
        String upload = begin(mine, half.length + 9, "a.pdf").header("Location");
        part(mine, upload, 0, half, null);
        fillsAllRoom(half);
        assertEquals(201, begin(mine, 20 << 20, "b.zip").statusCode());

        // When
        assertEquals(204, tus(mine).delete(upload).statusCode());

        // Then
        assertEquals(429, begin(mine, 20 << 20, "b.zip").statusCode());
        sweep();
        assertTrue(java.nio.file.Files.exists(place(half)));

        // When an hour has passed
        anHourPasses(half);
        sweep();

        // Then
        assertFalse(java.nio.file.Files.exists(place(half)));
        assertEquals(201, begin(mine, 20 << 20, "b.zip").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"9, a part", "0, the last one"})
    void whatComesTooLateForAnUploadCountsUntilItIsRemoved(int missing, String which) throws Exception {
        // Given
        List<byte[]> contents = List.of(pdf(), pdf());
        String upload =
                begin(mine, contents.getFirst().length + missing, "a.pdf").header("Location");
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Connection holder = NoteStack.administer();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(
                    "SELECT FROM upload WHERE id = '%s' FOR UPDATE".formatted(upload.substring(upload.length() - 36)));

            // When
            List<Future<Response>> sent = contents.stream()
                    .map(content -> threads.submit(() -> part(mine, upload, 0, content, null)))
                    .toList();
            await().until(() -> count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 1);
            holder.commit();

            // Then
            int late = sent.getFirst().get().statusCode() == 204 ? 1 : 0;
            assertEquals(204, sent.get(1 - late).get().statusCode());
            assertEquals(409, sent.get(late).get().statusCode());
            fillsAllRoom(contents.get(late));
            assertEquals(429, begin(mine, 20 << 20, "b.zip").statusCode());
            assertEquals(201, begin(other, 20 << 20, "b.zip").statusCode());

            // When
            anHourPasses(contents.get(late));
            anHourPasses(contents.get(1 - late));
            sweep();

            // Then
            assertFalse(java.nio.file.Files.exists(place(contents.get(late))));
            assertTrue(java.nio.file.Files.exists(place(contents.get(1 - late))));
            assertEquals(201, begin(mine, 20 << 20, "b.zip").statusCode());
        }
    }

    @Test
    void whoHasHandedInTooMuchForNothingSendsNoFurtherPart() throws SQLException {
        // Given
        byte[] half = pdf();
        String given = begin(mine, half.length + 9, "a.pdf").header("Location");
        String upload = begin(mine, PDF.length, "b.pdf").header("Location");
        part(mine, given, 0, half, null);
        fillsAllRoom(half);
        tus(mine).delete(given);

        // When
        Response refused = part(mine, upload, 0, PDF, null);

        // Then
        assertEquals(429, refused.statusCode());
        assertEquals("0", head(mine, upload).header("Upload-Offset"));
    }

    @Test
    void whatIsSentAgainAfterItWasGivenUpCountsOnce() throws SQLException {
        // Given
        byte[] half = pdf();
        String given = begin(mine, half.length + 9, "a.pdf").header("Location");
        part(mine, given, 0, half, null);
        tus(mine).delete(given);
        fillsAllRoom(half);
        assertEquals(429, begin(mine, 1, "a.pdf").statusCode());
        run("DELETE FROM given_up_content WHERE sha256 = '" + sha256(half) + "'");
        String again = begin(mine, half.length + 9, "a.pdf").header("Location");
        part(mine, again, 0, half, null);
        run("INSERT INTO given_up_content VALUES ('" + writer.subject() + "', '" + sha256(half) + "')");

        // Then
        assertEquals(201, begin(mine, 1, "a.pdf").statusCode());
    }

    /** As if it were that large. */
    private void fillsAllRoom(byte[] content) throws SQLException {
        run("UPDATE stored_file SET size = %d WHERE sha256 = '%s'".formatted(1 << 30, sha256(content)));
    }

    private void anHourPasses(byte[] content) throws SQLException {
        run("UPDATE stored_file SET used_at = used_at - interval '61 minutes' WHERE sha256 = '%s'"
                .formatted(sha256(content)));
    }

    @Test
    void whatNobodyRefersToIsRemovedAndTheRestStays() throws Exception {
        // Given
        byte[] attached = pdf();
        byte[] forgotten = pdf();
        byte[] half = pdf();
        String kept = upload(mine, "a.pdf", BINARY, attached).path("id");
        attach(kept, "note");
        String gone = upload(mine, "b.pdf", BINARY, forgotten).path("id");
        String upload = begin(mine, half.length + 9, "c.pdf").header("Location");
        part(mine, upload, 0, half, null);
        run("UPDATE stored_file SET used_at = now() - interval '2 days' WHERE sha256 IN ('%s', '%s', '%s')"
                .formatted(sha256(attached), sha256(forgotten), sha256(half)));
        sweep();
        assertEquals(200, mine.get("/v1/files/" + gone).statusCode());

        // When
        run("UPDATE file_reference SET uploaded_at = now() - interval '8 days' WHERE id IN ('%s', '%s')"
                .formatted(kept, gone));
        run("UPDATE upload SET expires_at = now() WHERE id = '" + upload.substring(upload.length() - 36) + "'");
        sweep();

        // Then its day begins
        String contents = "'%s', '%s', '%s'".formatted(sha256(attached), sha256(forgotten), sha256(half));
        assertEquals(3, count("SELECT count(*) FROM stored_file WHERE sha256 IN (" + contents + ")"));

        // When
        run("UPDATE stored_file SET used_at = used_at - interval '23 hours' WHERE sha256 IN (" + contents + ")");
        sweep();
        assertTrue(java.nio.file.Files.exists(place(forgotten)));
        run("UPDATE stored_file SET used_at = used_at - interval '2 hours' WHERE sha256 IN (" + contents + ")");
        sweep();

        // Then
        assertEquals(200, reader.get("/v1/files/" + kept).statusCode());
        assertEquals(404, mine.get("/v1/files/" + gone).statusCode());
        assertEquals(404, head(mine, upload).statusCode());
        assertEquals(
                1,
                count("SELECT count(*) FROM stored_file WHERE sha256 IN ('%s', '%s', '%s')"
                        .formatted(sha256(attached), sha256(forgotten), sha256(half))));
        try (Stream<java.nio.file.Path> all = java.nio.file.Files.walk(java.nio.file.Path.of(folder))) {
            List<String> names =
                    all.map(path -> String.valueOf(path.getFileName())).toList();
            assertTrue(names.contains(sha256(attached)));
            assertFalse(names.contains(sha256(forgotten)));
            assertFalse(names.contains(sha256(half)));
        }
        assertEquals(201, upload(mine, "b.pdf", BINARY, forgotten).statusCode());
    }

    @Test
    void theFolderIsMarkedAsTheOneOfTheService() {
        assertTrue(java.nio.file.Files.exists(java.nio.file.Path.of(folder, "files-of-note")));
    }

    @Test
    void aContentWhoseLastReferenceGoesWhileItIsCheckedIsRemovedLater() throws Exception {
        // Given
        byte[] content = pdf();
        upload(mine, "a.pdf", BINARY, content);
        run("UPDATE stored_file SET used_at = now() - interval '2 days' WHERE sha256 = '%s'"
                .formatted(sha256(content)));
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection forgetter = NoteStack.administer();
                Statement statement = forgetter.createStatement()) {
            forgetter.setAutoCommit(false);
            statement.execute("DELETE FROM file_reference WHERE sha256 = '" + sha256(content) + "'");
            statement.execute("UPDATE stored_file SET unchecked = true WHERE sha256 = '" + sha256(content) + "'");

            // When
            Callable<Void> sweep = () -> {
                sweep();
                return null;
            };
            Future<Void> swept = threads.submit(sweep);
            // it has seen the reference, and waits for the row
            await().until(() -> count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            forgetter.commit();
            swept.get();
        }
        sweep();

        // Then
        assertFalse(java.nio.file.Files.exists(place(content)));
        assertEquals(0, count("SELECT count(*) FROM stored_file WHERE sha256 = '" + sha256(content) + "'"));
    }

    @Test
    void contentsThatTheStoreCannotRemoveKeepNoOtherWaiting() throws Exception {
        // Given
        byte[] removable = pdf();
        String gone = upload(mine, "a.pdf", BINARY, removable).path("id");
        run("DELETE FROM file_reference WHERE id = '" + gone + "'");
        run("UPDATE stored_file SET used_at = now() - interval '25 hours' WHERE sha256 = '%s'"
                .formatted(sha256(removable)));
        // more than a page of them, all handed in at the same moment before
        List<byte[]> stuck = Stream.generate(FilesOverHttpTest::pdf).limit(101).toList();
        for (byte[] content : stuck) {
            java.nio.file.Files.createDirectories(place(content).resolve("a folder where a content belongs"));
        }
        run("INSERT INTO stored_file (sha256, size, created_at, used_at) VALUES "
                + stuck.stream()
                        .map(content -> "('" + sha256(content) + "', 1, now(), now() - interval '2 days')")
                        .collect(Collectors.joining(",")));
        java.nio.file.Path leftBehind = java.nio.file.Path.of(folder, "incoming", UUID.randomUUID() + ".incoming");
        java.nio.file.Files.createFile(leftBehind);
        java.nio.file.Files.setLastModifiedTime(
                leftBehind, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        // When
        sweep();

        // Then
        assertFalse(java.nio.file.Files.exists(place(removable)));
        assertEquals(0, count("SELECT count(*) FROM stored_file WHERE sha256 = '" + sha256(removable) + "'"));
        assertFalse(java.nio.file.Files.exists(leftBehind));

        // When the store can again
        for (byte[] content : stuck) {
            java.nio.file.Files.delete(place(content).resolve("a folder where a content belongs"));
        }
        sweep();

        // Then
        String all = stuck.stream().map(content -> "'" + sha256(content) + "'").collect(Collectors.joining(","));
        assertEquals(0, count("SELECT count(*) FROM stored_file WHERE sha256 IN (" + all + ")"));
    }

    @Test
    void whoHandsInWhatIsBeingRemovedWaitsAndWritesItAnew() throws Exception {
        // Given
        byte[] content = pdf();
        upload(mine, "a.pdf", BINARY, content);
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection remover = NoteStack.administer();
                Statement statement = remover.createStatement()) {
            remover.setAutoCommit(false);
            statement.execute(
                    "SELECT pg_advisory_xact_lock(hashtextextended('stored-file/" + sha256(content) + "', 0))");

            // When
            Future<Response> again = threads.submit(() -> upload(mine, "a.pdf", BINARY, content));
            await().until(() -> count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            java.nio.file.Files.delete(place(content));
            statement.execute("DELETE FROM file_reference WHERE sha256 = '" + sha256(content) + "'");
            statement.execute("DELETE FROM stored_file WHERE sha256 = '" + sha256(content) + "'");
            remover.commit();

            // Then
            assertEquals(201, again.get().statusCode(), again.get().asString());
            assertArrayEquals(content, mine.get(again.get().header("Location")).asByteArray());
        }
    }

    private java.nio.file.Path place(byte[] content) {
        String name = sha256(content);
        return java.nio.file.Path.of(folder)
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private void sweep() throws Exception {
        job("file-expiry").round();
    }

    private PeriodicJob job(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
    }

    private void attach(String id, String subjectType) {
        QuarkusTransaction.requiringNew()
                .run(() -> files.attach(UUID.fromString(id), "/fileId", subjectType, UUID.randomUUID(), caller()));
    }

    private Caller caller() {
        return new Caller(writer.subject(), Set.of(), Optional.empty(), Map.of());
    }

    private static Response upload(Api api, String name, String type, byte[] content) {
        return upload(api, name, type, content, UUID.randomUUID().toString());
    }

    private static Response upload(Api api, String name, String type, byte[] content, String key) {
        return api.request()
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(content)
                .post("/v1/files?name=" + URLEncoder.encode(name, UTF_8));
    }

    private static RequestSpecification tus(Api api) {
        return api.request().header("Tus-Resumable", "1.0.0");
    }

    /** A refusal of HEAD has no body to be compared with the document. */
    private static Response head(Api api, String upload) {
        return tus(api.offTheSurface()).head(upload);
    }

    private static Response begin(Api api, long length, String name) {
        return tus(api).header("Upload-Length", Long.toString(length))
                .header("Upload-Metadata", "filename " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)))
                .post("/v1/uploads");
    }

    private static Response part(Api api, String upload, long offset, byte[] content, @Nullable String checksum) {
        RequestSpecification request = tus(api).header("Upload-Offset", Long.toString(offset))
                .contentType(PART)
                .body(content);
        return (checksum == null ? request : request.header("Upload-Checksum", checksum)).patch(upload);
    }

    /** Never the same twice. */
    private static byte[] pdf() {
        return new String(PDF, US_ASCII)
                .replace("endobj", UUID.randomUUID() + " endobj")
                .getBytes(US_ASCII);
    }

    private static byte[] photo() {
        byte[] plain = picture("jpeg", 40, 30);
        byte[] notes = ("Exif\0\0a secret place " + UUID.randomUUID()).getBytes(US_ASCII);
        return ByteBuffer.allocate(plain.length + notes.length + 4)
                .put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (notes.length + 2))
                .put(notes)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    private static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), ISO_8859_1);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = NoteStack.administer();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
