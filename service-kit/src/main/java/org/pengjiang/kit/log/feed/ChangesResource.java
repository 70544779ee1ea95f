package org.pengjiang.kit.log.feed;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.cursor.Cursors;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.load.Bulk;

/** The change feed. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
class ChangesResource {
    private final ChangeFeed feed;
    private final Subjects subjects;
    private final Cursors cursors;
    private final CurrentCaller caller;
    private final Responses responses;

    ChangesResource(ChangeFeed feed, Subjects subjects, Cursors cursors, CurrentCaller caller, Responses responses) {
        this.feed = feed;
        this.subjects = subjects;
        this.cursors = cursors;
        this.caller = caller;
        this.responses = responses;
    }

    @Bulk
    @GET
    @Authenticated
    @Blocking
    @Operation(
            operationId = "listChanges",
            summary = "What has changed since",
            description = "Every change this caller may see, in order, from a cursor on; deletions come as changes too."
                    + " Go on with the cursor of the answer; it stays valid for ever, for the same types.")
    @APIResponseSchema(Changes.class)
    public Response list(
            @Parameter(description = "from the answer before; absent for the beginning") @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "at most so many") @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(200) int limit,
            @Parameter(description = "only these, separated by commas", example = "setting.changed.v1")
                    @QueryParam("types")
                    @Size(max = 2000) @Pattern(regexp = "[a-z0-9.-]+(,[a-z0-9.-]+)*", message = "{such.as} setting.changed.v1")
                    @Nullable String types,
            @Parameter(description = "subject: add each subject as it stands now")
                    @QueryParam("expand")
                    @Pattern(regexp = "subject", message = "{such.as} subject") @Nullable String expand) {
        Set<String> wanted = types == null
                ? Set.of()
                : Set.copyOf(List.of(types.split(",")).stream().distinct().toList());
        Caller me = caller.get();
        ChangeFeed.Walk walk = feed.read(me, wanted, FeedCursor.open(cursors, cursor, wanted), limit);
        List<Change> changes = expand == null ? walk.changes() : subjects.addTo(walk.changes(), me);
        String next = walk.next().seal(cursors, wanted);
        return responses.part(new Changes(changes, next, walk.more()), walk.more() ? next : null);
    }
}
