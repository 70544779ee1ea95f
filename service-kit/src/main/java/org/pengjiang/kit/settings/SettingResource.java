package org.pengjiang.kit.settings;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.OwnDistrict;
import org.pengjiang.kit.problem.Language;

/** Settings of a district. */
@Path("/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Settings")
class SettingResource {
    private final ChangeSetting changeSetting;
    private final DeclaredSettings declared;
    private final SettingQueries settings;
    private final SettingProposalQueries proposals;
    private final OwnDistrict ownDistrict;
    private final CurrentCaller caller;
    private final Responses responses;

    SettingResource(
            ChangeSetting changeSetting,
            DeclaredSettings declared,
            SettingQueries settings,
            SettingProposalQueries proposals,
            OwnDistrict ownDistrict,
            CurrentCaller caller,
            Responses responses) {
        this.changeSetting = changeSetting;
        this.declared = declared;
        this.settings = settings;
        this.proposals = proposals;
        this.ownDistrict = ownDistrict;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @Blocking
    @PermissionsAllowed("setting:read")
    @Operation(
            operationId = "listSettings",
            summary = "Every setting with its newest versions, and which are assumptions (系统参数)")
    public List<SettingView> list(
            @QueryParam("division") @Nullable String division,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return settings.all(ownDistrict.ofBulletin(division), Language.of(language));
    }

    @GET
    @Path("/{name}")
    @Blocking
    @PermissionsAllowed("setting:read")
    @Operation(operationId = "getSetting", summary = "One setting with its newest versions")
    @APIResponseSchema(SettingView.class)
    public Response get(
            @PathParam("name") String name,
            @QueryParam("division") @Nullable String division,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return answer(ownDistrict.ofBulletin(division), declared.named(name), language);
    }

    @GET
    @Path("/{name}/versions")
    @Blocking
    @PermissionsAllowed("setting:read")
    @Operation(operationId = "listSettingVersions", summary = "Every version of a setting, newest first")
    @APIResponseSchema(SettingVersionPage.class)
    public Response versions(
            @PathParam("name") String name,
            @QueryParam("division") @Nullable String division,
            @BeanParam @Valid PageRequest page) {
        return responses.page(settings.versions(ownDistrict.ofBulletin(division), declared.named(name), page));
    }

    @PUT
    @Path("/{name}")
    @Blocking
    @Command(idempotencyKey = false)
    @PermissionsAllowed("setting:change")
    @Operation(
            operationId = "changeSetting",
            summary = "Adds a version that takes effect tomorrow or later",
            description =
                    "Where two people decide (decidedByTwo) it is answered 202 with a proposal, and a second person"
                            + " confirms that.")
    @APIResponseSchema(SettingView.class)
    @APIResponse(
            responseCode = "202",
            description = "Proposed 已提出",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SettingProposalView.class)))
    public Response change(
            @PathParam("name") String name,
            @Valid @NotNull ChangeSettingRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        DivisionScope district = ownDistrict.inside(null);
        SettingDefinition definition = declared.named(name);
        Optional<SettingProposal> proposal = changeSetting.change(district.value(), definition, request, caller.get());
        return proposal.map(this::proposed).orElseGet(() -> answer(district, definition, language));
    }

    private Response proposed(SettingProposal proposal) {
        Response created = responses.created("/v1/setting-proposals", proposal, proposals::view);
        return Response.fromResponse(created).status(Response.Status.ACCEPTED).build();
    }

    private Response answer(DivisionScope district, SettingDefinition definition, @Nullable String language) {
        SettingView view = settings.one(district, definition, Language.of(language));
        return responses.ok(view.latestVersion(), view);
    }
}
