package org.pengjiang.appeal.merging;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;

/** Appeals that follow another one. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Merging")
class MergingResource {
    private final MergeAppeal merge;
    private final UnmergeAppeal unmerge;
    private final RateMaster rate;
    private final MergedAppeals merged;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    MergingResource(
            MergeAppeal merge,
            UnmergeAppeal unmerge,
            RateMaster rate,
            MergedAppeals merged,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.merge = merge;
        this.unmerge = unmerge;
        this.rate = rate;
        this.merged = merged;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/merge")
    @Command
    @PermissionsAllowed("appeal:merge")
    @Operation(
            operationId = "mergeAppeal",
            summary = "Let an appeal follow another one of the same matter (并案)",
            description =
                    "The other one is of the same district and about the same unit or none, accepted and open or closed within 30"
                            + " days, and follows none itself. The clocks stop; whoever appeals reads the answer to the other one"
                            + " and rates it for themselves.")
    @APIResponseSchema(AppealView.class)
    public Response merge(@PathParam("id") UUID id, @NotNull @Valid NewMerging said) {
        return responses.ok(merge.merge(id, said, caller.get()), views::view);
    }

    @POST
    @Path("/unmerge")
    @Command
    @PermissionsAllowed("appeal:merge")
    @Operation(
            operationId = "unmergeAppeal",
            summary = "Part an appeal from the one that it follows (拆分并案)",
            description =
                    "Within 30 days. It goes back to where it stood; its clocks go on, and the time in between does not count.")
    @APIResponseSchema(AppealView.class)
    public Response unmerge(@PathParam("id") UUID id, @NotNull @Valid NewSeparation said) {
        return responses.ok(unmerge.unmerge(id, said.reason(), caller.get()), views::view);
    }

    @GET
    @Path("/master")
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "getMaster",
            summary = "The appeal that this one follows: how it stands and what was answered (主诉求)",
            description =
                    "Nothing of whose it is. The answer is shown to whoever appeals; offices read it in the other appeal.")
    @APIResponseSchema(MasterView.class)
    public Response master(@PathParam("id") UUID id) {
        return responses.ok(merged.seen(id, caller.get()), appeal -> merged.master(appeal, caller.get()));
    }

    @POST
    @Path("/master/rating")
    @Command
    @PermissionsAllowed("appeal:rate")
    @Operation(
            operationId = "rateMaster",
            summary = "Rate the answer to the appeal that one's own follows (评价主诉求的答复)",
            description = "Once. It counts for whoever rates and changes nothing of the other appeal.")
    @APIResponseSchema(AppealView.class)
    public Response rate(@PathParam("id") UUID id, @NotNull @Valid NewMasterRating said) {
        return responses.ok(rate.rate(id, said, caller.get()), views::view);
    }

    @GET
    @Path("/followers")
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listFollowers",
            summary = "The appeals that follow this one, in the order in which they were merged (并入的诉求)",
            description =
                    "For those involved in the offices. A confidential one is shown to whoever may know whose it is.")
    public List<FollowerView> followers(@PathParam("id") UUID id) {
        return merged.followers(id, caller.get());
    }
}
