package org.pengjiang.kit.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.problem.Language;
import org.pengjiang.kit.text.TypedText;

/** What is written is read back as it was, whatever the values, in both kinds of files and in both languages. */
class RoundTablesTest {
    private static final long SEED = Long.getLong("test.seed", System.nanoTime());
    private static final int TABLES = 400;

    private static final Column<String> KEY =
            Column.key("key", "编号", "number", 60).required();
    private static final Column<String> NAME = Column.text("name", "名称", "name", 200);
    private static final Column<String> NOTE = Column.longText("note", "说明", "description", 2000);
    private static final Column<Yuan> AMOUNT = Column.yuan("amount_yuan", "金额", "amount");
    private static final Column<LocalDate> DAY = Column.date("day", "日期", "day");
    private static final Column<Integer> COUNT = Column.whole("count", "个数", "count", -1_000_000, 1_000_000);
    private static final Column<Boolean> YES = Column.yesOrNo("yes", "是否", "whether");
    private static final Column<Language> LANGUAGE = Column.oneOf("language", "语言", "language", Language.class);
    private static final Column<BigDecimal> PERCENT = Column.decimal("percent", "完成率（%）", "completed (%)", 4);
    private static final Column<Instant> MOMENT = Column.moment("moment", "时刻", "moment");
    private static final List<Column<?>> COLUMNS =
            List.of(KEY, NAME, NOTE, AMOUNT, DAY, COUNT, YES, LANGUAGE, PERCENT, MOMENT);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final TableFormat FORMAT = new TableFormat(COLUMNS, 1000);

    private static final List<String> PIECES = List.of(
            "范例企业",
            "厂房（一期）",
            "\"quoted\"",
            "'",
            "=1+1",
            "+86",
            "-5",
            "@x",
            "＝1",
            "a,b",
            "00123",
            "1e5",
            "2026-03-05",
            "😀",
            "👨‍👩‍👧",
            "é",
            "\u0301x",
            "%s",
            "\\n",
            "是",
            "TRUE",
            "46086",
            "<b>&amp;</b>",
            ";",
            " ",
            "x".repeat(30),
            "﷽",
            "𠮷");

    @TempDir
    Path folder;

    @Test
    void everyTableIsReadBackAsItWasWritten() throws IOException {
        System.out.println("test.seed=" + SEED);
        Random random = new Random(SEED);
        int rows = 0;
        int guarded = 0;
        for (int i = 0; i < TABLES; i++) {
            // Given
            List<List<@Nullable Object>> table = table(random);
            Language language = random.nextBoolean() ? Language.CHINESE : Language.ENGLISH;
            Form form = Form.values()[random.nextInt(Form.values().length)];
            Path file = folder.resolve("table");

            // When
            write(file, table, language, form);

            // Then
            assertEquals(table, read(file), "table " + i + " as " + form + ", seed " + SEED);
            rows += table.size();
            guarded += (int) table.stream()
                    .filter(row -> row.get(1) instanceof String name && name.startsWith("="))
                    .count();
        }
        assertTrue(rows > TABLES && guarded > 10, rows + " rows, " + guarded + " of them like formulas");
    }

    @Test
    void aTextLikeAFormulaIsATextInEverySpreadsheet() throws IOException {
        // Given
        Path file = folder.resolve("table.csv");

        // When
        write(file, List.of(row("k", "=HYPERLINK(1)", "-5.00")), Language.CHINESE, Form.UTF_8);

        // Then
        String csv = Files.readString(file);
        assertTrue(csv.startsWith("\uFEFF编号,名称,说明,金额（元）"), csv);
        assertTrue(csv.contains("'=HYPERLINK(1)") && csv.contains(",-5.00,"), csv);
    }

    @Test
    void theSameTableInAnyEncodingIsTheSame() throws IOException {
        // Given
        String csv = "编号,金额(万元),日期,是否\r\nＡ－1,\"1,234.5\",2026年3月5日,否\r\n007,１２,2026/3/5,是\r\n";
        List<List<@Nullable Object>> wanted = List.of(
                Arrays.asList(
                        "A-1",
                        null,
                        null,
                        Yuan.parse("12345000"),
                        LocalDate.of(2026, 3, 5),
                        null,
                        false,
                        null,
                        null,
                        null),
                Arrays.asList(
                        "007",
                        null,
                        null,
                        Yuan.parse("120000"),
                        LocalDate.of(2026, 3, 5),
                        null,
                        true,
                        null,
                        null,
                        null));
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            // When
            Path file = Files.write(folder.resolve("table.csv"), csv.getBytes(charset));

            // Then
            assertEquals(wanted, read(file), charset.name());
        }
        Path marked = Files.write(folder.resolve("table.csv"), ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8));
        assertEquals(wanted, read(marked));
    }

    private static List<@Nullable Object> row(String key, String name, String amount) {
        return Arrays.asList(key, name, null, Yuan.parse(amount), null, null, null, null, null, null);
    }

    private static List<List<@Nullable Object>> table(Random random) {
        List<List<@Nullable Object>> table = new ArrayList<>();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            table.add(Arrays.asList(
                    "k" + "0".repeat(random.nextInt(4)) + random.nextInt(1000),
                    text(random, false),
                    text(random, true),
                    random.nextInt(4) == 0
                            ? null
                            : Yuan.ofFen(random.nextLong(-999_999_999_999_999_999L, 999_999_999_999_999_999L)
                                    >> random.nextInt(60)),
                    random.nextInt(4) == 0 ? null : LocalDate.of(1900, 3, 1).plusDays(random.nextInt(80_000)),
                    random.nextInt(4) == 0 ? null : random.nextInt(-1_000_000, 1_000_001),
                    random.nextInt(3) == 0 ? null : random.nextBoolean(),
                    random.nextInt(3) == 0 ? null : Language.values()[random.nextInt(2)],
                    random.nextInt(3) == 0 ? null : decimal(random),
                    random.nextInt(3) == 0
                            ? null
                            : Instant.ofEpochSecond(random.nextLong(4_000_000_000L), 123_456_000)));
        }
        return table;
    }

    /** As a workbook gives it back: without zeros behind the last place. */
    private static BigDecimal decimal(Random random) {
        BigDecimal decimal = BigDecimal.valueOf(random.nextLong(-10_000_000_000L, 10_000_000_000L), 4);
        BigDecimal shortest = decimal.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static @Nullable String text(Random random, boolean severalLines) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(severalLines && random.nextInt(3) == 0 ? "\n" : "");
        }
        String normalised = TypedText.normalised(text.toString());
        return TypedText.longText(normalised).isBlank() ? null : normalised;
    }

    private enum Form {
        UTF_8,
        GB18030,
        XLSX
    }

    private static void write(Path file, List<List<@Nullable Object>> table, Language language, Form form)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                TableWriter writer = switch (form) {
                    case XLSX -> TableWriter.xlsx(out, "范例", COLUMNS, language);
                    case UTF_8 -> TableWriter.csv(out, StandardCharsets.UTF_8, COLUMNS, language);
                    case GB18030 -> TableWriter.csv(out, GB18030, COLUMNS, language);
                }) {
            for (List<@Nullable Object> row : table) {
                writer.row(row);
            }
        }
    }

    private static List<List<@Nullable Object>> read(Path file) {
        List<List<@Nullable Object>> table = new ArrayList<>();
        try (TableReader reader = TableReader.open(file, FORMAT)) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (Column<?> column : COLUMNS) {
                    values.add(row.get(column));
                }
                assertEquals(List.of(), row.faults(), "row " + row.no() + ", seed " + SEED);
                table.add(values);
            }
        }
        return table;
    }
}
