package org.pengjiang.appeal.handling;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.AppealReader;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.correspondence.ContactAttempts;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Signing for an appeal and reaching the enterprise. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handling")
class HandlingResource {
    private final SignAppeal sign;
    private final AssignPerson assignPerson;
    private final ContactEnterprise contact;
    private final ContactAttempts attempts;
    private final Appeals appeals;
    private final AppealAccess access;
    private final AppealViews views;
    private final CurrentCaller caller;
    private final Responses responses;

    HandlingResource(
            SignAppeal sign,
            AssignPerson assignPerson,
            ContactEnterprise contact,
            ContactAttempts attempts,
            Appeals appeals,
            AppealAccess access,
            AppealViews views,
            CurrentCaller caller,
            Responses responses) {
        this.sign = sign;
        this.assignPerson = assignPerson;
        this.contact = contact;
        this.attempts = attempts;
        this.appeals = appeals;
        this.access = access;
        this.views = views;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/sign")
    @Command
    @PermissionsAllowed("appeal:sign")
    @Operation(operationId = "signAppeal", summary = "Sign for an appeal (签收)")
    @APIResponseSchema(AppealView.class)
    public Response sign(@PathParam("id") UUID id) {
        return responses.ok(sign.sign(id, caller.get()), views::view);
    }

    @POST
    @Path("/person")
    @Command
    @PermissionsAllowed("appeal:assign-person")
    @Operation(
            operationId = "assignPerson",
            summary = "Name who of the unit or class works on an appeal, and a substitute by days (指定经办人)",
            description = "Their tasks and letters go to them and to the heads; the inbox of the unit stays as it is.")
    @APIResponseSchema(AppealView.class)
    public Response assignPerson(@PathParam("id") UUID id, @NotNull @Valid PersonOrder order) {
        return responses.ok(assignPerson.assign(id, order, caller.get()), views::view);
    }

    @POST
    @Path("/contacts")
    @Command
    @PermissionsAllowed("appeal:contact")
    @Operation(
            operationId = "contactEnterprise",
            summary = "Note an attempt to reach the enterprise, with its proof (联系企业)",
            description = "The first attempt that can be checked answers the clock of the first contact.")
    @APIResponseSchema(value = ContactAttemptView.class, responseCode = "201")
    public Response contact(@PathParam("id") UUID id, @NotNull @Valid NewContact said) {
        ContactEnterprise.Noted noted = contact.contact(id, said, caller.get());
        return Response.fromResponse(responses.ok(
                        noted.appeal(),
                        appeal -> ContactAttemptView.of(
                                noted.attempt(),
                                access.reader(appeal, caller.get()).text())))
                .status(Response.Status.CREATED)
                .location(URI.create("/v1/appeals/" + id + "/contacts"))
                .build();
    }

    @GET
    @Path("/contacts")
    @PermissionsAllowed("appeal:read-attempts")
    @Operation(operationId = "listContacts", summary = "Every attempt to reach the enterprise, the newest last")
    @APIResponseSchema(ContactAttemptView[].class)
    public Response contacts(@PathParam("id") UUID id) {
        Appeal appeal = appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
        AppealReader reader = access.reader(appeal, caller.get()).require(FieldView.Field.ATTEMPTS);
        return responses.ok(
                appeal,
                found -> attempts.of(found).stream()
                        .filter(attempt -> reader.reads(attempt.recordedAt(), false))
                        .map(attempt -> ContactAttemptView.of(attempt, reader.text()))
                        .toList());
    }
}
