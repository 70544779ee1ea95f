package org.pengjiang.kit.file;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.content.FileType;
import org.pengjiang.kit.file.content.StrippedCopy;
import org.pengjiang.kit.problem.DomainException;

/** Contents as answers. A browser neither guesses their type nor runs them. */
@ApplicationScoped
class FileResponses {
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING_RUNS = "sandbox; default-src 'none'";
    private static final int PARTIAL = 206;

    private final ReadFile read;
    private final CurrentVertxRequest request;

    FileResponses(ReadFile read, CurrentVertxRequest request) {
        this.read = read;
        this.request = request;
    }

    /** True without the header: a part of another version would not fit to what the caller has. */
    boolean isStill(@Nullable String ifRange, String tag) {
        return ifRange == null || ifRange.strip().equals("\"" + tag + "\"");
    }

    Response.ResponseBuilder original(StoredFile file, @Nullable String range) {
        Optional<ByteRange> part;
        try {
            part = ByteRange.of(range, file.size());
        } catch (DomainException beyond) {
            request.getCurrent().response().putHeader("Content-Range", "bytes */" + file.size());
            throw beyond;
        }
        ByteRange sent = part.orElse(ByteRange.whole(file.size()));
        Response.ResponseBuilder answer = named(part.isPresent() ? PARTIAL : 200, file, file.type())
                .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .header("Accept-Ranges", "bytes")
                .entity(read.open(file, sent));
        part.ifPresent(some -> answer.header("Content-Range", some.contentRange(file.size())));
        return answer;
    }

    /** Its length is known when it is written; so there are no ranges of it. */
    Response.ResponseBuilder stripped(StoredFile file) {
        // opened before the answer begins: a store that is away is 503
        InputStream original = read.open(file, ByteRange.whole(file.size()));
        StreamingOutput copy = out -> {
            try (original) {
                StrippedCopy.write(file.type(), original, out);
            }
        };
        return named(200, file, file.type()).header("Accept-Ranges", "none").entity(copy);
    }

    Response.ResponseBuilder thumbnail(StoredFile file) {
        return named(200, file, file.type()).entity(read.thumbnail(file));
    }

    private static Response.ResponseBuilder named(int status, StoredFile file, FileType type) {
        return Response.status(status)
                .type(type.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(file.name(), type))
                .header(POLICY, NOTHING_RUNS);
    }
}
