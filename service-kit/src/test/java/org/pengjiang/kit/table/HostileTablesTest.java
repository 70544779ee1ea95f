package org.pengjiang.kit.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pengjiang.kit.problem.DomainException;

/** A file that is no such table is refused by name and place, and never by another exception. */
class HostileTablesTest {
    private static final long SEED = Long.getLong("test.seed", System.nanoTime());
    private static final Column<String> KEY =
            Column.key("key", "编号", "number", 60).required();
    private static final Column<Integer> COUNT = Column.whole("count", "个数", "count", 0, 100);
    private static final TableFormat FORMAT =
            new TableFormat(List.of(KEY, COUNT, Column.yuan("amount_yuan", "金额", "amount")), 20);
    private static final List<String> FORMATS =
            List.of("yyyy-mm-dd", "m/d/yy", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]mmmm", "h:mm");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    @Test
    void everyFaultOfTheHeadingsIsNamedAtItsColumn() throws IOException {
        assertRefused(
                csv("count,金额,colour,个数\n1,2,3,4\n"),
                "CSV_HEADER",
                "/columns/B HEADING_UNIT",
                "/columns/C HEADING_UNKNOWN",
                "/columns/D HEADING_DOUBLED",
                "/columns HEADING_MISSING");
        assertRefused(csv("编号,key\n1,2\n"), "CSV_HEADER", "/columns/B HEADING_DOUBLED");
        assertRefused(csv("\n\n"), "CSV_EMPTY");
        assertRefused(csv("key\n"), "CSV_EMPTY");
        assertRefused(csv("key\n" + "1\n".repeat(21)), "CSV_TOO_LONG");
    }

    @Test
    void aFileThatCannotBeReadNamesTheLine() throws IOException {
        assertRefused(csv("key,count\n1,2\n\"3\"x,4\n5,6\n"), "CSV_MALFORMED", "/lines/3 CSV_MALFORMED");
        assertRefused(csv("key,count\n1,2\n\"3,4\n"), "CSV_MALFORMED", "/lines/3 CSV_MALFORMED");
        assertRefused(csv("key,count\n1,2\n3\0,4\n"), "CSV_MALFORMED", "/lines/3 CSV_MALFORMED");
        byte[] neither = "key\n一\n二\n".getBytes(UTF_8);
        neither[neither.length - 2] = (byte) 0xff;
        assertRefused(Files.write(folder.resolve("neither"), neither), "CSV_MALFORMED", "/lines/3 CSV_MALFORMED");
        assertRefused(
                Files.write(folder.resolve("utf16"), "key,count\n".getBytes(Charset.forName("UTF-16"))),
                "CSV_MALFORMED");
    }

    @Test
    void aMillionColumnsAreRefusedBeforeTheyAreThere() throws IOException {
        assertRefused(csv("key\n1\n" + ",".repeat(1_000_000) + "\n"), "CSV_CELLS", "/lines/3 COLUMNS_TOO_MANY");
        assertRefused(csv(",".repeat(1_000_000)), "CSV_CELLS", "/lines/1 COLUMNS_TOO_MANY");
        assertRefused(csv("key\n\"" + "x".repeat(3_000_000) + "\"\n"), "CSV_CELLS", "/lines/2 TEXT_TOO_LONG");
        String row = "<row r=\"2\">" + "<c/>".repeat(1_000_000) + "</row>";
        assertRefused(workbook(Map.of(SHEET, sheet(row))), "CSV_CELLS", "/rows/2 COLUMNS_TOO_MANY");
        String far = "<row r=\"2\"><c r=\"ZZZ2\"><v>1</v></c></row>";
        assertRefused(workbook(Map.of(SHEET, sheet(far))), "CSV_CELLS", "/rows/2 COLUMNS_TOO_MANY");
    }

    @Test
    void aQuoteInsideACellIsPartOfItAndALineMayEndInAnyWay() throws IOException {
        TableFormat many = new TableFormat(List.of(KEY, COUNT), 30_000);
        String name = "x".repeat(100);
        assertEquals(20_001, TableReader.check(csv("key,count\n12\"晶圆,1\n" + (name + ",1\n").repeat(20_000)), many));
        assertEquals(20_000, TableReader.check(csv("key,count\r" + ("\"a\"\"b,\rc\",1\r").repeat(20_000)), many));
    }

    @Test
    void raisedAndCircledDigitsAreNoDigits() {
        assertEquals("10²", CellText.number("10²"));
        assertEquals("5①", CellText.number("5①"));
        assertEquals("102.5", CellText.number("１０２．５"));
    }

    @Test
    void formulasErrorsAndMergedCellsAreNamedByTheirAddress() throws IOException {
        String rows =
                "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>"
                        + "<row r=\"3\"><c r=\"B3\"><f>SUM(A1)</f><v>2</v></c></row>";
        assertRefused(
                workbook(Map.of(
                        SHEET,
                        sheet(rows)
                                .replace(
                                        "</sheetData>",
                                        "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"))),
                "CSV_CELLS",
                "/cells/A2 CELL_FORMULA",
                "/cells/B2 CELL_ERROR",
                "/cells/B3 CELL_FORMULA",
                "/cells/A2:A3 CELLS_MERGED");
        assertRefused(
                workbook(Map.of(SHEET, sheet("<row r=\"2\"><c r=\"A2\"><v>1E999999999</v></c></row>"))),
                "CSV_CELLS",
                "/cells/A2 CELL_ERROR");
    }

    @Test
    void aDateThatASpreadsheetMadeOfATextIsRefused() throws IOException {
        // Given
        Path file = folder.resolve("dates.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("一");
            sheet.value(0, 0, "key");
            sheet.value(0, 1, "count");
            for (int i = 0; i < FORMATS.size(); i++) {
                sheet.value(i + 1, 0, 46_086);
                sheet.style(i + 1, 0).format(FORMATS.get(i)).set();
                sheet.value(i + 1, 1, 12);
                sheet.style(i + 1, 1).format("0.00").set();
            }
            sheet.value(FORMATS.size() + 1, 0, 46_086);
            sheet.value(FORMATS.size() + 1, 1, 7);
        }

        // Then
        try (TableReader reader = TableReader.open(file, FORMAT)) {
            for (String format : FORMATS) {
                TableRow row = Objects.requireNonNull(reader.next());
                assertNull(row.get(KEY), format);
                assertEquals(12, row.get(COUNT), format);
                assertEquals(
                        List.of("/key CELL_IS_DATE"),
                        row.faults().stream()
                                .map(fault ->
                                        fault.pointer() + " " + fault.code().name())
                                .toList(),
                        format);
            }
            TableRow plain = Objects.requireNonNull(reader.next());
            assertEquals("46086", plain.get(KEY));
            assertEquals(List.of(), plain.faults());
        }
        assertTrue(CellText.isDateFormat(31, null) && CellText.isDateFormat(57, null), "the dates of East Asia");
        assertFalse(CellText.isDateFormat(0, "General") || CellText.isDateFormat(4, "#,##0.00"), "numbers");
        assertFalse(CellText.isDateFormat(164, "[Red]0.00\"元/月\""), "what stands in quotes or brackets is no date");
    }

    @Test
    void whatSpreadsheetsLeaveBehindIsPassedOver() throws IOException {
        // Given
        Path commas = csv("\uFEFFsep=,\r\nkey,count,,\r\na,1,,\r\n,,,\r\n\r\nb,2,,\r\n");

        // Then
        assertEquals(2, TableReader.check(commas, FORMAT));
        try (TableReader reader = TableReader.open(csv("key,count,\na,1,x\n"), FORMAT)) {
            TableRow row = Objects.requireNonNull(reader.next());
            assertEquals("CELL_WITHOUT_HEADING", row.faults().getFirst().code().name());
        }
        assertRefused(csv("sep=,x\nkey\n1\n"), "CSV_HEADER");
    }

    @Test
    void hiddenAndFurtherSheetsAreNamed() throws IOException {
        Path file = folder.resolve("sheets.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (String name : List.of("一", "二", "三", "四")) {
                Worksheet sheet = workbook.newWorksheet(name);
                if (!name.equals("四")) {
                    sheet.value(0, 0, "key");
                    sheet.value(1, 0, "1");
                }
                if (name.equals("三")) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
            }
        }
        assertRefused(file, "CSV_CELLS", "/sheets/1 SHEETS_SEVERAL", "/sheets/2 SHEET_HIDDEN");
    }

    @Test
    void whatWouldFillTheMemoryIsRefusedBeforeItDoes() throws IOException {
        long before = used();
        String zeros = "0".repeat(1 << 20);
        for (String part : List.of(SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")) {
            assertRefused(bomb(part, "<worksheet><sheetData><row><c><v>", zeros, 3000), "CSV_MALFORMED");
            assertRefused(bomb(part, "<sst>", "<si><t>x</t></si>".repeat(10_000), 3000), "CSV_MALFORMED");
            assertRefused(bomb(part, "<worksheet>", "<a>".repeat(100_000), 1000), "CSV_MALFORMED");
        }
        assertRefused(
                workbook(
                        Map.of(
                                SHEET,
                                "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>")),
                "CSV_MALFORMED");
        assertTrue(used() - before < 200L << 20, () -> "holds " + (used() - before) + " bytes");
    }

    @Test
    void aPartUnderAnotherNameIsNotReadUnseen() throws IOException {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">%s</Types>";
        String workbook = "<Override PartName=\"/xl/workbook.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>";
        String texts = "<Override PartName=\"/xl/s.bin\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>";
        String rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                + " Target=\"%s\"/></Relationships>";
        String sheet = sheet("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>");

        assertRefused(
                workbook(Map.of(
                        "[Content_Types].xml",
                        types.formatted(workbook + texts),
                        "xl/s.bin",
                        "<sst><si><t>x</t></si></sst>")),
                "CSV_MALFORMED");
        assertRefused(
                workbook(Map.of(
                        "xl/_rels/workbook.xml.rels",
                        rels.formatted("worksheets/sheet1.bin"),
                        "xl/worksheets/sheet1.bin",
                        sheet)),
                "CSV_MALFORMED");
        assertEquals(
                1,
                TableReader.check(
                        workbook(Map.of("xl/_rels/workbook.xml.rels", rels.formatted("worksheets/sheet1.xml"))),
                        FORMAT));
    }

    @Test
    void whateverIsChangedInAFileIsRefusedOrRead() throws IOException {
        System.out.println("test.seed=" + SEED);
        Random random = new Random(SEED);
        byte[] sound = Files.readAllBytes(workbook(Map.of()));
        byte[] text = "\uFEFF编号,个数\n\"一,\"\"1\"\"\",2\n二,3\n".getBytes(UTF_8);
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            byte[] changed = (i % 2 == 0 ? sound : text).clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("changed"), changed);
            try {
                TableReader.check(file, FORMAT);
            } catch (DomainException named) {
                refused++;
            } catch (RuntimeException unexpected) {
                throw new AssertionError("case " + i + ", seed " + SEED, unexpected);
            }
        }
        assertTrue(refused > 500, "refused " + refused);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void assertRefused(Path file, String code, String... faults) {
        DomainException refusal = assertThrows(DomainException.class, () -> TableReader.check(file, FORMAT));
        assertEquals(code, refusal.code().name());
        if (faults.length > 0) {
            assertEquals(
                    List.of(faults),
                    refusal.faults().stream()
                            .map(fault -> fault.pointer() + " " + fault.code().name())
                            .toList());
        }
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>key</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>count</t></is></c></row>" + rows + "</sheetData></worksheet>";
    }

    /** A sound workbook with other parts. */
    private Path workbook(Map<String, String> others) throws IOException {
        Map<String, String> parts = new TreeMap<>(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "</Types>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                SHEET,
                sheet("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>")));
        parts.putAll(others);
        Path file = folder.resolve("table.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return file;
    }

    /** A sound workbook in which one part never ends. */
    private Path bomb(String name, String begin, String piece, int times) throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        byte[] bytes = piece.getBytes(UTF_8);
        try (ZipFile sound = new ZipFile(workbook(Map.of()).toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry part : Collections.list(sound.entries())) {
                if (!part.getName().equals(name)) {
                    zip.putNextEntry(new ZipEntry(part.getName()));
                    sound.getInputStream(part).transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(begin.getBytes(UTF_8));
            for (int i = 0; i < times && i * (long) bytes.length < (name.equals(SHEET) ? 140L << 20 : 20L << 20); i++) {
                zip.write(bytes);
            }
        }
        return file;
    }
}
