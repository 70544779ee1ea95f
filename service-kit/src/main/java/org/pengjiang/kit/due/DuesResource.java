package org.pengjiang.kit.due;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.Language;

/** What is owed in the caller's division, and how it stands. */
@Path("/v1/dues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
class DuesResource {
    private final DueQueries dues;
    private final Paging paging;
    private final Responses responses;
    private final CurrentCaller caller;
    private final Clock clock;

    DuesResource(DueQueries dues, Paging paging, Responses responses, CurrentCaller caller, Clock clock) {
        this.dues = dues;
        this.paging = paging;
        this.responses = responses;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("due:read")
    @Blocking
    @APIResponseSchema(DueView.Part.class)
    @Operation(
            operationId = "listDues",
            summary = "What is due for whom (时限台账)",
            description =
                    "Open dues of the division, what is due first comes first. RED is overdue. A due closes by itself when"
                            + " what was owed is done or no longer needed. While it is paused, its due moment moves on by as much.")
    public Response list(
            @BeanParam @Valid PageRequest page,
            @BeanParam @Valid DueFilter filter,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        KeysetPage keyset =
                paging.start(page, DueQueries.ORDER, filter.light(), filter.unit(), filter.kind(), filter.subject());
        List<DueQueries.PositionedDue> rows = dues.open(caller.get().scope(), filter, keyset);
        Language language = Language.of(accepted);
        return responses.page(keyset.of(
                rows, DueQueries.PositionedDue::key, row -> DueView.of(row.due(), clock.getZone(), language)));
    }
}
