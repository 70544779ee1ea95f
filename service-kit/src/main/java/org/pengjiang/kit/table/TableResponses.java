package org.pengjiang.kit.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.CurrentRequest;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.load.DiskRoom;
import org.pengjiang.kit.load.TablePermits;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.problem.Language;

/**
 * Answers a list as a table, read page by page from the query that answers the list as JSON: scope, filter and masks are the same.
 * The table lies in a file until it is whole, so a failure in the middle is a problem document and never half a table; between two
 * pages no connection is held. It takes part in what tables may take of the disk until its reader has all of it.
 */
@ApplicationScoped
public class TableResponses {
    private static final int PAGE = 500;
    /** The rest is another table. */
    private static final long MOST_BYTES = 32L << 20;
    /** A search gives pages with few rows or none, each for much work: so many, and `Link` names the rest. */
    private static final int MOST_SHORT_PAGES = 20;

    private static final Set<StandardOpenOption> NAMELESS = Set.of(
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);

    private final CurrentRequest request;
    private final HttpHeaders headers;
    private final TablePermits permits;
    private final Path folder;

    TableResponses(
            CurrentRequest request,
            HttpHeaders headers,
            TablePermits permits,
            @ConfigProperty(name = "suite.body.upload-folder") Optional<String> folder) {
        this.request = request;
        this.headers = headers;
        this.permits = permits;
        this.folder = Path.of(folder.orElseGet(() -> System.getProperty("java.io.tmpdir")));
    }

    /**
     * @param name of the file, without its ending: ASCII
     * @param pages gives the page after a cursor
     */
    public <T> Response answer(
            String name, TableLayout<T> layout, TableRequest wanted, Function<PageRequest, Page<T>> pages) {
        TableFile file = file(wanted);
        Charset charset = charset(wanted, file);
        try {
            SeekableByteChannel content = Files.newByteChannel(folder.resolve(UUID.randomUUID() + ".table"), NAMELESS);
            try {
                DiskRoom room = permits.open(content);
                @Nullable String next;
                OutputStream out = new Counted(Channels.newOutputStream(content), room);
                try (TableWriter writer = writer(out, file, charset, name, layout, request.language())) {
                    next = write(writer, room, layout, wanted, pages);
                }
                content.position(0);
                return answer(name, file, charset, content, next);
            } catch (IOException | RuntimeException failure) {
                content.close();
                throw failure;
            }
        } catch (IOException unwritten) {
            // the disk is full, or the folder is gone
            throw new DomainException(KitProblem.UNAVAILABLE);
        }
    }

    /** A table that is in memory anyway. */
    public <T> Response answer(String name, TableLayout<T> layout, TableRequest wanted, List<T> rows) {
        if (wanted.cursor() != null) {
            throw new DomainException(
                    KitProblem.CURSOR_INVALID, List.of(Fault.at("query:cursor", KitProblem.CURSOR_INVALID)));
        }
        return answer(name, layout, wanted, page -> new Page<>(rows, null));
    }

    /** @return the cursor of what does not fit into the table */
    private static <T> @Nullable String write(
            TableWriter writer,
            DiskRoom room,
            TableLayout<T> layout,
            TableRequest wanted,
            Function<PageRequest, Page<T>> pages)
            throws IOException {
        @Nullable String cursor = wanted.cursor();
        int left = wanted.limit();
        int shortPages = 0;
        do {
            int asked = Math.min(PAGE, left);
            Page<T> page = pages.apply(new PageRequest(asked, cursor));
            shortPages += page.items().size() < asked ? 1 : 0;
            for (T row : page.items()) {
                writer.row(layout.cells(row));
            }
            left -= page.items().size();
            cursor = page.next();
        } while (cursor != null && left > 0 && room.bytes() < MOST_BYTES && shortPages < MOST_SHORT_PAGES);
        return cursor;
    }

    private static TableWriter writer(
            OutputStream out, TableFile file, Charset charset, String name, TableLayout<?> layout, Language language)
            throws IOException {
        return file == TableFile.CSV
                ? TableWriter.csv(out, charset, layout.columns(), language)
                : TableWriter.xlsx(out, name, layout.columns(), language);
    }

    private Response answer(
            String name, TableFile file, Charset charset, SeekableByteChannel content, @Nullable String next) {
        Response.ResponseBuilder response = Response.ok(new UntilClosed(Channels.newInputStream(content)))
                .type(file == TableFile.CSV ? file.type().withCharset(charset.name()) : file.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + file.ending() + "\"");
        if (next != null) {
            response.header(HttpHeaders.LINK, "<" + request.pathWithCursor(next) + ">; rel=\"next\"");
        }
        return response.build();
    }

    /** What the address says goes before what the headers say: a browser's user cannot choose those. */
    private TableFile file(TableRequest wanted) {
        if (wanted.format() != null) {
            return wanted.format().equals(TableFile.CSV.ending()) ? TableFile.CSV : TableFile.XLSX;
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            for (TableFile file : TableFile.values()) {
                if (accepted.isCompatible(file.type())) {
                    return file;
                }
            }
        }
        return TableFile.CSV;
    }

    private static Charset charset(TableRequest wanted, TableFile file) {
        if (wanted.charset() == null) {
            return StandardCharsets.UTF_8;
        }
        if (file == TableFile.XLSX) {
            throw new DomainException(
                    KitProblem.PARAMETER_INVALID, List.of(Fault.at("query:charset", KitProblem.PARAMETER_INVALID)));
        }
        return Charset.forName(wanted.charset());
    }

    /** The file is closed under its reader only when the request has ended, and then nobody gets what is left of it. */
    private static final class UntilClosed extends FilterInputStream {
        UntilClosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            try {
                return super.read(into, offset, most);
            } catch (ClosedChannelException ended) {
                return -1;
            }
        }
    }

    /** Ending a table may close its stream, and the channel is still to be read. */
    private static final class Counted extends FilterOutputStream {
        private final DiskRoom room;

        Counted(OutputStream out, DiskRoom room) {
            super(out);
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            room.grow(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            room.grow(length);
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
