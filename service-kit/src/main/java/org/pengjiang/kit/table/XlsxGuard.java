package org.pengjiang.kit.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;

/**
 * Looks through a workbook before it is read: unpacked it is not too large, nothing in it needs much memory, no row is wider
 * than a table can be, and what would be read as something else than a person sees (formulas, errors, merged cells) is named
 * cell by cell.
 */
final class XlsxGuard {
    private static final int MOST_PARTS = 1000;
    private static final long MOST_BYTES = 192L << 20;
    private static final long MOST_SHEET_BYTES = 128L << 20;
    private static final long MOST_TEXT_BYTES = 16L << 20;
    private static final long MOST_PART_BYTES = 4L << 20;
    private static final int MOST_TEXTS = 500_000;
    private static final int DEEPEST = 50;
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_RANGE = 30;
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final int LETTERS = 26;
    private static final List<String> READ = List.of("/officeDocument", "/worksheet", "/sharedStrings", "/styles");

    private final XMLInputFactory xmlFactory = xmlFactory();
    private final List<Fault> faults = new ArrayList<>();
    private long unpacked;
    private int texts;
    private int row;
    private int column;
    private int characters;

    /**
     * @return whether there are styles, which say what is shown as a date
     * @throws DomainException CSV_MALFORMED, or CSV_CELLS with each faulty cell by its address
     */
    static boolean look(Path file) {
        XlsxGuard guard = new XlsxGuard();
        Set<String> names = new HashSet<>();
        // the same library as the reader's: both see the same parts
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            for (ZipArchiveEntry part : parts) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                if (parts.size() > MOST_PARTS || !names.add(name) || !isPlain(part)) {
                    throw XlsxSource.malformed();
                }
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    try (Bounded content = guard.new Bounded(zip.getInputStream(part))) {
                        guard.part(content);
                    }
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            throw unreadable instanceof DomainException refusal ? refusal : XlsxSource.malformed();
        }
        if (!guard.faults.isEmpty()) {
            throw new DomainException(TableProblem.CSV_CELLS, guard.faults);
        }
        return names.contains("xl/styles.xml");
    }

    private static boolean isPlain(ZipArchiveEntry part) {
        return (part.getMethod() == ZipEntry.DEFLATED || part.getMethod() == ZipEntry.STORED)
                && !part.getGeneralPurposeBit().usesEncryption();
    }

    private void part(Bounded content) throws XMLStreamException {
        XMLStreamReader xml = xmlFactory.createXMLStreamReader(content);
        boolean isSheet = false;
        int depth = 0;
        row = 0;
        while (xml.hasNext() && faults.size() < TableReader.MOST_FAULTS) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw XlsxSource.malformed();
                case XMLStreamConstants.START_ELEMENT -> {
                    require(++depth <= DEEPEST);
                    String name = xml.getLocalName();
                    if (depth == 1) {
                        isSheet = name.equals("worksheet");
                        content.mayHold(isSheet, name);
                    }
                    if (isSheet) {
                        begin(name, xml);
                    }
                    requirePlainName(name, xml);
                    require(!name.equals("si") || ++texts <= MOST_TEXTS);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    characters(isSheet, xml.getTextLength());
                default -> {}
            }
        }
        xml.close();
    }

    /** What the reader opens is found by these names, whatever they end in; only what ends in .xml was looked through. */
    private static void requirePlainName(String element, XMLStreamReader xml) {
        switch (element) {
            case "Override" -> require(!isXml(xml, "ContentType") || isPlain(xml.getAttributeValue(null, "PartName")));
            case "Default" ->
                require(!isXml(xml, "ContentType") || isPlain("." + xml.getAttributeValue(null, "Extension")));
            case "Relationship" -> {
                String type = String.valueOf(xml.getAttributeValue(null, "Type"));
                require(READ.stream().noneMatch(type::endsWith) || isPlain(xml.getAttributeValue(null, "Target")));
            }
            default -> {}
        }
    }

    private static boolean isXml(XMLStreamReader xml, String attribute) {
        String type = xml.getAttributeValue(null, attribute);
        return type != null && type.toLowerCase(Locale.ROOT).endsWith("xml");
    }

    private static boolean isPlain(@Nullable String name) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private void characters(boolean isSheet, int more) {
        characters += more;
        if (isSheet && characters > LONGEST_CELL) {
            characters = 0;
            fault(TableProblem.TEXT_TOO_LONG, LONGEST_CELL);
        }
    }

    private void begin(String name, XMLStreamReader xml) {
        switch (name) {
            case "row" -> {
                row++;
                column = -1;
            }
            case "c" -> cell(xml);
            case "f" -> fault(TableProblem.CELL_FORMULA);
            case "mergeCell" -> merged(xml.getAttributeValue(null, "ref"));
            default -> {}
        }
    }

    private void cell(XMLStreamReader xml) {
        characters = 0;
        column++;
        @Nullable String address = xml.getAttributeValue(null, "r");
        if (address != null) {
            Matcher place = ADDRESS.matcher(address);
            require(place.matches());
            column = index(place.group(1));
            row = Integer.parseInt(place.group(2));
        }
        if (column >= TableReader.MOST_COLUMNS) {
            throw new DomainException(
                    TableProblem.CSV_CELLS,
                    List.of(Fault.at("/rows/" + row, TableProblem.COLUMNS_TOO_MANY, TableReader.MOST_COLUMNS)));
        }
        if ("e".equals(xml.getAttributeValue(null, "t"))) {
            fault(TableProblem.CELL_ERROR);
        }
    }

    private void merged(@Nullable String range) {
        require(range != null && range.length() <= LONGEST_RANGE);
        faults.add(Fault.at("/cells/" + range, TableProblem.CELLS_MERGED));
    }

    private void fault(TableProblem code, Object... arguments) {
        faults.add(Fault.at("/cells/" + Header.letters(Math.max(column, 0)) + row, code, arguments));
    }

    private static void require(boolean isSound) {
        if (!isSound) {
            throw XlsxSource.malformed();
        }
    }

    private static int index(String letters) {
        int index = 0;
        for (int i = 0; i < letters.length(); i++) {
            index = index * LETTERS + letters.charAt(i) - 'A' + 1;
        }
        return index - 1;
    }

    private static XMLInputFactory xmlFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Unpacked only so far, and with no tag or text that would fill the memory. */
    private final class Bounded extends FilterInputStream {
        private static final int LONGEST_TOKEN = 1 << 20;

        private long most = MOST_PART_BYTES;
        private long length;
        private int sinceTag;

        Bounded(InputStream packed) {
            super(packed);
        }

        void mayHold(boolean isSheet, String root) {
            most = isSheet ? MOST_SHEET_BYTES : root.equals("sst") ? MOST_TEXT_BYTES : MOST_PART_BYTES;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            pass(b < 0 ? 0 : 1, b == '>');
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int n = super.read(buffer, offset, count);
            for (int i = 0; i < n; i++) {
                pass(1, buffer[offset + i] == '>');
            }
            return n;
        }

        private void pass(int n, boolean endsTag) {
            unpacked += n;
            length += n;
            sinceTag = endsTag ? 0 : sinceTag + n;
            require(unpacked <= MOST_BYTES && length <= most && sinceTag <= LONGEST_TOKEN);
        }
    }
}
