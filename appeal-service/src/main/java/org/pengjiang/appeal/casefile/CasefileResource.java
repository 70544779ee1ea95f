package org.pengjiang.appeal.casefile;

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
import org.pengjiang.appeal.model.access.AppealAccess;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.access.ContactPurpose;
import org.pengjiang.appeal.model.access.ContactVault;
import org.pengjiang.appeal.model.access.FieldView;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.Contact;
import org.pengjiang.appeal.model.lifecycle.ClockFamily;
import org.pengjiang.appeal.model.view.AppealView;
import org.pengjiang.appeal.model.view.AppealViews;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.AccessLog;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** One appeal as it is read, and its contact. */
@Path("/v1/appeals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals")
class CasefileResource {
    private final Appeals appeals;
    private final AppealViews views;
    private final AppealAccess access;
    private final ContactVault contacts;
    private final EraseContact erase;
    private final AccessLog accessLog;
    private final CurrentCaller caller;
    private final Responses responses;

    CasefileResource(
            Appeals appeals,
            AppealViews views,
            AppealAccess access,
            ContactVault contacts,
            EraseContact erase,
            AccessLog accessLog,
            CurrentCaller caller,
            Responses responses) {
        this.appeals = appeals;
        this.views = views;
        this.access = access;
        this.contacts = contacts;
        this.erase = erase;
        this.accessLog = accessLog;
        this.caller = caller;
        this.responses = responses;
    }

    @GET
    @PermissionsAllowed("appeal:read")
    @Operation(operationId = "getAppeal", summary = "Read one appeal; 304 when the answer is known")
    @APIResponseSchema(AppealView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(readable(id), views::view);
    }

    @GET
    @Path("/clocks")
    @PermissionsAllowed("appeal:read")
    @Operation(
            operationId = "listClocks",
            summary = "Every clock of every round, with the rule it came from and its life (时限)",
            description = "An enterprise and a partner see the clocks that protect the enterprise.")
    public List<ClockView> clocks(@PathParam("id") UUID id) {
        Appeal appeal = readable(id);
        boolean showsAll = access.reader(appeal, caller.get()).shows(FieldView.Field.OFFICE_CLOCKS);
        return appeal.clocks().stream()
                .filter(clock -> showsAll || clock.family() == ClockFamily.ENTERPRISE)
                .map(clock -> ClockView.of(clock, appeal, showsAll))
                .toList();
    }

    @GET
    @Path("/contact")
    @PermissionsAllowed("appeal:read-contact")
    @Operation(
            operationId = "getAppealContact",
            summary = "Read the contact in full; each reading is noted in the access log with what it is for",
            description =
                    "For the enterprise, for the handler unless the appeal is confidential, for the centre until it is dispatched"
                            + " (of a confidential appeal until it is closed), and for call-back while it waits to be rated.")
    public ContactView contact(@PathParam("id") UUID id) {
        Appeal appeal = readable(id);
        ContactPurpose purpose = access.reader(appeal, caller.get()).contactPurpose(appeal);
        Contact contact = contacts.read(appeal).orElseThrow();
        accessLog.record(
                "appeal",
                id,
                appeal.division(),
                List.of("contact.name", "contact.phone"),
                "getAppealContact " + purpose.name());
        return ContactView.of(contact);
    }

    @POST
    @Path("/contact/erase")
    @Command
    @PermissionsAllowed("appeal:erase-contact")
    @Operation(
            operationId = "eraseAppealContact",
            summary = "Make the contact unreadable for good (删除联系人信息)",
            description =
                    "On request of the person: the key of the contact is destroyed, in what the log keeps private too. It cannot"
                            + " be taken back. The appeal goes on; its contact then answers 404 PERSON_ERASED. Erasing again"
                            + " changes nothing.")
    @APIResponseSchema(AppealView.class)
    public Response eraseContact(@PathParam("id") UUID id, @NotNull @Valid Erasure said) {
        return responses.ok(erase.erase(id, said.reason(), caller.get()), views::view);
    }

    private Appeal readable(UUID id) {
        return appeals.seenBy(caller.get(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }
}
