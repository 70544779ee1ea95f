package org.pengjiang.kit.file.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.pengjiang.kit.file.content.SampleFiles.PDF;
import static org.pengjiang.kit.file.content.SampleFiles.heic;
import static org.pengjiang.kit.file.content.SampleFiles.join;
import static org.pengjiang.kit.file.content.SampleFiles.photo;
import static org.pengjiang.kit.file.content.SampleFiles.picture;
import static org.pengjiang.kit.file.content.SampleFiles.pngWithExif;
import static org.pengjiang.kit.file.content.SampleFiles.slice;
import static org.pengjiang.kit.file.content.SampleFiles.zip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** The content decides what a file is, and what cannot be trusted is not taken. */
class FileInspectorTest {
    private static final String DOCX_TYPES = "[Content_Types].xml";

    @TempDir
    Path folder;

    private final FileInspector inspector = new FileInspector(EnumSet.allOf(FileType.class), ArchiveLimits.USUAL);

    static Stream<Arguments> soundFiles() {
        return Stream.of(
                Arguments.of(FileType.PDF, "plan.pdf", PDF),
                Arguments.of(FileType.JPEG, "site.JPG", photo(40, 30)),
                Arguments.of(FileType.PNG, "site.png", pngWithExif(40, 30)),
                Arguments.of(FileType.HEIC, "site.heic", heic()),
                Arguments.of(FileType.ZIP, "all.zip", zip("a.txt", "b/c.txt")),
                Arguments.of(FileType.ZIP, "all.zip", zip(Map.of("in.zip", zip("a.txt")))),
                Arguments.of(FileType.DOCX, "报告.docx", zip(DOCX_TYPES, "_rels/.rels", "word/document.xml")),
                Arguments.of(FileType.XLSX, "表 v1.2", zip(DOCX_TYPES, "_rels/.rels", "xl/workbook.xml")),
                Arguments.of(FileType.OFD, "公文.ofd", zip("OFD.xml", "Doc_0/Document.xml")),
                Arguments.of(FileType.CSV, "list.csv", "项目,金额\n甲,1\n".getBytes(UTF_8)),
                Arguments.of(FileType.CSV, "list.csv", "项目,金额\n甲,1\n".getBytes(Charset.forName("GB18030"))),
                Arguments.of(FileType.TXT, "note.txt", "From: the office\n\nAll is well.\n".getBytes(UTF_8)),
                Arguments.of(FileType.TXT, "note.txt", join(new byte[] {-1, -2}, "一切正常".getBytes(UTF_16LE))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("soundFiles")
    void theContentSaysTheType(FileType expected, String name, byte[] content) {
        assertEquals(expected, inspect(content, name, null).type());
        assertEquals(expected, inspect(content, name, expected.mediaType()).type());
        assertEquals(expected, inspect(content, name, FileType.ANY).type());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("soundFiles")
    void whatWasCutShortIsNotTaken(FileType type, String name, byte[] content) {
        if (!type.isText()) {
            byte[] cut = slice(content, 0, type == FileType.JPEG ? content.length / 2 : content.length - 9);

            assertFaults(cut, name, null, "#FILE_DAMAGED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IHDR", "eXIf", "IDAT", "tEXt"})
    void aChunkThatClaimsGigabytesTakesNoMemory(String chunk) {
        byte[] content = pngWithExif(40, 30);
        int length = new String(content, ISO_8859_1).indexOf(chunk) - 4;
        if (length < 0) {
            content = join(slice(content, 0, 33), new byte[4], chunk.getBytes(US_ASCII), new byte[99]);
            length = 33;
        }
        ByteBuffer.wrap(content).putInt(length, Integer.MAX_VALUE);

        assertFaults(content, "site.png", null, "#FILE_DAMAGED");
    }

    @Test
    void anEmptyFileIsNotTaken() {
        assertFaults(new byte[0], "plan.pdf", null, "#FILE_EMPTY");
    }

    @Test
    void everyDisagreementIsNamedAtOnce() {
        assertFaults(
                PDF,
                "photo.jpg",
                "image/jpeg",
                "header:Content-Type#FILE_TYPE_DIFFERS",
                "query:name#FILE_TYPE_DIFFERS");
        assertFaults(PDF, "plan.pdf.exe", null, "query:name#FILE_TYPE_DIFFERS");
    }

    @Test
    void aTypeThatIsNotTakenIsNamed() {
        assertFaults(
                "<html><script>alert(1)</script></html>".getBytes(UTF_8),
                "a.txt",
                "text/plain",
                "#FILE_TYPE_NOT_TAKEN");
        assertFaults("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8), "a", null, "#FILE_TYPE_NOT_TAKEN");
        assertFaults("#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), "a.txt", null, "#FILE_TYPE_NOT_TAKEN");
        assertFaults(join("MZ".getBytes(US_ASCII), new byte[200]), "a", null, "#FILE_TYPE_NOT_TAKEN");
        assertFaults(
                zip(DOCX_TYPES, "word/document.xml", "word/vbaProject.bin"), "a.docx", null, "#FILE_TYPE_NOT_TAKEN");
        assertFaults("text\0more".getBytes(US_ASCII), "a.txt", "text/plain", "#FILE_TYPE_NOT_TAKEN");
    }

    @Test
    void aDeploymentTakesTheTypesThatItNames() {
        FileInspector pdfAlone = new FileInspector(EnumSet.of(FileType.PDF), ArchiveLimits.USUAL);

        DomainException refusal = assertThrows(
                DomainException.class, () -> pdfAlone.inspect(file(zip("a.txt")), Claim.ofRequest("a.zip", null)));

        assertEquals(KitProblem.FILE_TYPE_NOT_TAKEN, refusal.code());
    }

    @Test
    void aFileThatIsTwoThingsIsNotTaken() {
        assertFaults(join(picture("jpeg", 9, 9), zip("a.txt")), "a.jpg", null, "#FILE_AMBIGUOUS");
        assertFaults(join(picture("png", 9, 9), zip("a.txt")), "a.png", null, "#FILE_AMBIGUOUS");
        assertFaults(join(PDF, zip("a.txt")), "a.pdf", null, "#FILE_AMBIGUOUS");
        byte[] photo = photo(9, 9);
        byte[] withPdf = join(
                slice(photo, 0, 2),
                new byte[] {-1, -2, 0, 11},
                "%PDF-1.4 ".getBytes(US_ASCII),
                slice(photo, 2, photo.length));
        assertFaults(withPdf, "a.jpg", null, "#FILE_AMBIGUOUS");
    }

    @Test
    void anArchiveWhoseDirectoryTellsOtherEntriesIsNotTaken() {
        byte[] two = zip("a.txt", "b.txt");
        two[two.length - 22 + 10] = 1;

        assertFaults(two, "a.zip", null, "#FILE_AMBIGUOUS");
    }

    @Test
    void aBombIsNotUnpackedToItsEnd() {
        byte[] bomb = zip(Map.of("zeros", new byte[64 << 20]));

        long begun = System.nanoTime();
        assertFaults(bomb, "a.zip", null, "#ARCHIVE_TOO_LARGE");
        System.out.println("a bomb of 64 MiB was refused after " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    @Test
    void aBombInAnArchiveIsFound() {
        byte[] bomb = zip(Map.of("in.zip", zip(Map.of("zeros", new byte[20 << 20]))));

        assertFaults(bomb, "a.zip", null, "#ARCHIVE_TOO_LARGE");
    }

    @Test
    void archivesInArchivesEnd() {
        byte[] nested = zip("a.txt");
        for (int i = 0; i < 3; i++) {
            nested = zip(Map.of("in.zip", nested));
        }

        assertFaults(nested, "a.zip", null, "#ARCHIVE_TOO_LARGE");
    }

    @Test
    void entriesAndBytesAreCounted() {
        FileInspector strict = new FileInspector(EnumSet.allOf(FileType.class), new ArchiveLimits(3, 2000, 100, 2));
        Map<String, byte[]> noise = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 3; i++) {
            byte[] bytes = new byte[700];
            random.nextBytes(bytes);
            noise.put("n" + i, bytes);
        }

        assertEquals(
                KitProblem.ARCHIVE_TOO_LARGE,
                refusal(strict, zip("1", "2", "3", "4")).code());
        assertEquals(KitProblem.ARCHIVE_TOO_LARGE, refusal(strict, zip(noise)).code());
    }

    @Test
    void anArchiveWithAPasswordIsNotTaken() {
        byte[] locked = zip("a.txt");
        locked[6] |= 1;

        assertFaults(locked, "a.zip", null, "#FILE_PROTECTED");
    }

    @Test
    void anEntryThatLeavesTheArchiveIsNotTaken() {
        assertFaults(zip("../../etc/passwd"), "a.zip", null, "#FILE_DAMAGED");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("soundFiles")
    void aPhotoTellsTimeAndPlace(FileType type, String name, byte[] content) {
        PhotoFacts facts = inspect(content, name, null).photo();

        if (type == FileType.JPEG || type == FileType.PNG || type == FileType.HEIC) {
            assertEquals(LocalDateTime.of(2026, 10, 1, 9, 30), facts.takenAt());
            assertEquals(22.6, facts.latitude(), 1e-9);
            assertEquals(113.08, facts.longitude(), 1e-9);
            assertEquals(6, facts.orientation());
        } else {
            assertNull(facts);
        }
    }

    @Test
    void thePixelsAreReadFromTheHeader() {
        Inspected narrow = inspect(picture("png", 1, 60_000), "narrow.png", null);

        assertEquals(1, narrow.width());
        assertEquals(60_000, narrow.height());
    }

    @Test
    void whateverBytesComeAreRefusedInOrder() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<byte[]> sound =
                soundFiles().map(sample -> (byte[]) sample.get()[2]).toList();
        for (int i = 0; i < 3000; i++) {
            byte[] changed = sound.get(random.nextInt(sound.size())).clone();
            for (int n = random.nextInt(8); n >= 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                inspect(changed, "anything", null);
            } catch (DomainException refused) {
                assertEquals(KitProblem.class, refused.code().getClass());
            }
        }
    }

    private void assertFaults(byte[] content, String name, @Nullable String declared, String... faults) {
        DomainException refusal = assertThrows(DomainException.class, () -> inspect(content, name, declared));
        assertEquals(
                List.of(faults),
                refusal.faults().stream().map(FileInspectorTest::text).toList());
    }

    private static String text(Fault fault) {
        return fault.pointer() + "#" + fault.code().name();
    }

    private DomainException refusal(FileInspector by, byte[] content) {
        return assertThrows(DomainException.class, () -> by.inspect(file(content), Claim.ofRequest("a.zip", null)));
    }

    private Inspected inspect(byte[] content, String name, @Nullable String declared) {
        try {
            return inspector.inspect(file(content), Claim.ofRequest(name, declared));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("content"), content);
    }
}
