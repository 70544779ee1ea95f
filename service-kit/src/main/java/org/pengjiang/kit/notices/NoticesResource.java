package org.pengjiang.kit.notices;

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

/** Which letters were sent, skipped and failed. */
@Path("/v1/admin/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
class NoticesResource {
    private final NoticeQueries notices;
    private final Paging paging;
    private final Responses responses;
    private final CurrentCaller caller;

    NoticesResource(NoticeQueries notices, Paging paging, Responses responses, CurrentCaller caller) {
        this.notices = notices;
        this.paging = paging;
        this.responses = responses;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed("notice:read")
    @Blocking
    @APIResponseSchema(NoticeView.Part.class)
    @Operation(
            operationId = "listNotices",
            summary = "Letters sent, skipped and failed, each with its reason (通知发送记录)",
            description = "Newest first. FAILED with a next attempt is tried again, without one it is given up.")
    public Response list(
            @BeanParam @Valid PageRequest page,
            @BeanParam @Valid NoticeFilter filter,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        KeysetPage keyset =
                paging.start(page, NoticeQueries.ORDER, filter.state(), filter.subject(), filter.recipient());
        List<NoticeView> rows = notices.list(caller.get().scope(), filter, keyset, Language.of(accepted));
        Response list = responses.page(keyset.of(rows, row -> List.of(row.id())));
        return Response.fromResponse(list)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
