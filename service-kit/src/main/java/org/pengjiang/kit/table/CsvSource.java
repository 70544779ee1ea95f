package org.pengjiang.kit.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/** The rows of a CSV file (RFC 4180). */
final class CsvSource implements TableReader.Source {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String SEPARATOR = "sep=,";
    private static final int BUFFER = 1 << 16;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private long line = 1;

    private CsvSource(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
    }

    static CsvSource open(Path file) {
        Charset charset = charset(file);
        try {
            return new CsvSource(CSVParser.parse(new BoundedRecords(text(file, charset)), FORMAT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of empty cells are passed over, as spreadsheets leave them behind. */
    @Override
    public @Nullable List<Cell> next() {
        try {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                line = parser.getCurrentLineNumber();
                if (!record.stream().allMatch(String::isBlank)) {
                    return record.stream().map(Cell::text).toList();
                }
            }
            return null;
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException unreadable) {
            throw malformed(Math.max(line, parser.getCurrentLineNumber()));
        }
    }

    @Override
    public boolean leavesOutEmptyCells() {
        return false;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is valid UTF-8 is UTF-8: hardly any text in GB18030 is. */
    private static Charset charset(Path file) {
        long utf8 = firstUnreadableLine(file, StandardCharsets.UTF_8);
        if (utf8 == 0) {
            return StandardCharsets.UTF_8;
        }
        long gb18030 = firstUnreadableLine(file, GB18030);
        if (gb18030 == 0) {
            return GB18030;
        }
        // the encoding that went further is the one that was meant
        throw malformed(Math.max(utf8, gb18030));
    }

    /** 0 when all of it can be read. */
    private static long firstUnreadableLine(Path file, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        long line = 1;
        boolean atEnd = false;
        try (ReadableByteChannel content = Files.newByteChannel(file)) {
            while (true) {
                CoderResult result = decoder.decode(bytes, characters, atEnd);
                line += characters.flip().chars().filter(c -> c == '\n').count();
                characters.clear();
                if (result.isError()) {
                    return line;
                }
                if (result.isUnderflow()) {
                    if (atEnd) {
                        return 0;
                    }
                    atEnd = content.read(bytes.compact()) < 0;
                    bytes.flip();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spreadsheets put a byte order mark before the first heading, and some a line that names the separator. */
    private static Reader text(Path file, Charset charset) throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.newDecoder()), BUFFER);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(SEPARATOR.length() + 2);
        char[] begin = new char[SEPARATOR.length()];
        int read = text.read(begin);
        if (read < begin.length || !SEPARATOR.equals(String.valueOf(begin)) || !isAtLineEnd(text)) {
            text.reset();
        }
        return text;
    }

    private static boolean isAtLineEnd(BufferedReader text) throws IOException {
        int next = text.read();
        // the line feed behind a carriage return makes an empty line, which is passed over
        return next == '\r' || next == '\n';
    }

    private static DomainException malformed(long line) {
        return new DomainException(
                TableProblem.CSV_MALFORMED,
                List.of(Fault.at("/lines/" + line, TableProblem.CSV_MALFORMED, line)),
                line);
    }

    /** Ends a record that would not fit into memory before it is there. */
    private static final class BoundedRecords extends FilterReader {
        private static final int MOST_CHARACTERS = 1 << 20;

        private boolean quoted;
        /** Before the first character of a cell, or right behind a closing quote: only there a quote opens. */
        private boolean mayOpen = true;

        private boolean afterReturn;
        private long line = 1;
        private int columns = 1;
        private int characters;

        BoundedRecords(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) {
                pass((char) c);
            }
            return c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            for (int i = 0; i < n; i++) {
                pass(buffer[offset + i]);
            }
            return n;
        }

        private void pass(char c) {
            characters++;
            boolean wasQuoted = quoted;
            switch (c) {
                case '\0' -> throw malformed(line);
                case '"' -> quoted = !quoted && mayOpen;
                case ',' -> columns += quoted ? 0 : 1;
                case '\r', '\n' -> {
                    line += c == '\n' && afterReturn ? 0 : 1;
                    if (!quoted) {
                        columns = 1;
                        characters = 0;
                    }
                }
                default -> {}
            }
            mayOpen = !quoted && (c == '"' ? mayOpen || wasQuoted : c == ',' || c == '\r' || c == '\n');
            afterReturn = c == '\r';
            if (columns > TableReader.MOST_COLUMNS) {
                throw refused(TableProblem.COLUMNS_TOO_MANY, TableReader.MOST_COLUMNS);
            }
            if (characters > MOST_CHARACTERS) {
                throw refused(TableProblem.TEXT_TOO_LONG, MOST_CHARACTERS);
            }
        }

        private DomainException refused(TableProblem code, int most) {
            return new DomainException(TableProblem.CSV_CELLS, List.of(Fault.at("/lines/" + line, code, most)));
        }
    }
}
