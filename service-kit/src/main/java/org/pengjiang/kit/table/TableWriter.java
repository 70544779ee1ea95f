package org.pengjiang.kit.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Language;

/**
 * Writes a table row by row, so that {@link TableReader} reads the same values back. A text that a spreadsheet would take
 * for a formula is a text in a workbook, and has an apostrophe before it in CSV, which the reader takes away again.
 */
public final class TableWriter implements Closeable {
    private static final String APPLICATION = "pengjiang";
    private static final String APPLICATION_VERSION = "1.0";
    private static final int FLUSH_EVERY = 200;
    private static final int EXACT_DIGITS = 15;

    private final List<Column<?>> columns;
    private final Sink sink;

    /** What takes the rows. */
    private interface Sink extends Closeable {
        void row(List<String> texts, List<Column<?>> columns) throws IOException;
    }

    private TableWriter(List<Column<?>> columns, Sink sink) {
        this.columns = columns;
        this.sink = sink;
    }

    /**
     * In UTF-8 with a byte order mark, without which spreadsheets take it for another encoding; or in GB18030, where the
     * headings are Chinese in every language: by them the reader sees which encoding it is.
     */
    public static TableWriter csv(OutputStream out, Charset charset, List<Column<?>> columns, Language language)
            throws IOException {
        boolean marked = charset.equals(StandardCharsets.UTF_8);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, charset));
        if (marked) {
            text.write('\uFEFF');
        }
        CSVPrinter printer = CSVFormat.RFC4180
                .builder()
                .setQuoteMode(QuoteMode.MINIMAL)
                .get()
                .print(text);
        printer.printRecord(headings(columns, marked ? language : Language.CHINESE));
        return new TableWriter(columns, new Sink() {
            @Override
            public void row(List<String> texts, List<Column<?>> of) throws IOException {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < texts.size(); i++) {
                    boolean guarded =
                            of.get(i).kind() == Column.Kind.TEXT || of.get(i).kind() == Column.Kind.KEY;
                    cells.add(guarded ? CellText.guarded(texts.get(i)) : texts.get(i));
                }
                printer.printRecord(cells);
            }

            @Override
            public void close() throws IOException {
                printer.flush();
            }
        });
    }

    public static TableWriter xlsx(OutputStream out, String sheetName, List<Column<?>> columns, Language language) {
        Workbook workbook = new Workbook(out, APPLICATION, APPLICATION_VERSION);
        Worksheet sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
        List<String> headings = headings(columns, language);
        for (int i = 0; i < headings.size(); i++) {
            sheet.inlineString(0, i, headings.get(i));
            sheet.style(0, i).bold().set();
        }
        return new TableWriter(columns, new Sink() {
            private int row;

            @Override
            public void row(List<String> texts, List<Column<?>> of) throws IOException {
                row++;
                for (int i = 0; i < texts.size(); i++) {
                    cell(i, texts.get(i), of.get(i));
                }
                if (row % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }

            private void cell(int i, String text, Column<?> column) {
                if (text.isEmpty()) {
                    return;
                }
                if (column.kind() == Column.Kind.NUMBER && new BigDecimal(text).precision() <= EXACT_DIGITS) {
                    sheet.value(row, i, new BigDecimal(text));
                } else {
                    sheet.inlineString(row, i, column.kind() == Column.Kind.NUMBER ? text : CellText.escaped(text));
                }
            }

            @Override
            public void close() throws IOException {
                workbook.finish();
            }
        });
    }

    /** @param values by column, null for an empty cell */
    public void row(List<? extends @Nullable Object> values) throws IOException {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + columns.size() + " columns");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            texts.add(written(columns.get(i), values.get(i)));
        }
        sink.row(texts, columns);
    }

    @SuppressWarnings("unchecked")
    private static <T> String written(Column<T> column, @Nullable Object value) {
        return column.written((T) value);
    }

    private static List<String> headings(List<Column<?>> columns, Language language) {
        return columns.stream().map(column -> column.title().in(language)).toList();
    }

    /** Ends the table; the stream stays open. */
    @Override
    public void close() throws IOException {
        sink.close();
    }
}
