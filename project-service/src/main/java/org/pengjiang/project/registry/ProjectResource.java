package org.pengjiang.project.registry;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.MergePatch;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.AccessLog;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.model.Contact;
import org.pengjiang.project.model.ContactSafe;
import org.pengjiang.project.model.InvestmentProject;
import org.pengjiang.project.model.Permissions;
import org.pengjiang.project.model.ProjectFacts;
import org.pengjiang.project.model.Projects;

/** Projects: entering, reading one, revising its facts. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects")
class ProjectResource {
    private static final String PATH = "/v1/projects";

    private final RegisterProject register;
    private final ReviseProject revise;
    private final EraseContact erase;
    private final Projects projects;
    private final ContactSafe contacts;
    private final CurrentCaller caller;
    private final AccessLog accessLog;
    private final Responses responses;

    ProjectResource(
            RegisterProject register,
            ReviseProject revise,
            EraseContact erase,
            Projects projects,
            ContactSafe contacts,
            CurrentCaller caller,
            AccessLog accessLog,
            Responses responses) {
        this.register = register;
        this.revise = revise;
        this.erase = erase;
        this.projects = projects;
        this.contacts = contacts;
        this.caller = caller;
        this.accessLog = accessLog;
        this.responses = responses;
    }

    @POST
    @Command(ifMatch = false)
    @PermissionsAllowed("project:register")
    @Operation(operationId = "registerProject", summary = "Enter a project as a lead (登记线索)")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201")
    public Response register(@NotNull @Valid ProjectFacts facts) {
        return responses.created(PATH, register.register(facts, caller.get()), this::view);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("project:read")
    @Operation(operationId = "getProject", summary = "Read one project; 304 when the answer is known")
    @APIResponseSchema(ProjectView.class)
    public Response get(@PathParam("id") UUID id) {
        return responses.ok(readable(id), this::view);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Command(idempotencyKey = false)
    @PermissionsAllowed("project:revise")
    @Operation(operationId = "reviseProject", summary = "Change descriptive facts by a merge patch")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProjectFacts.class)))
    @APIResponseSchema(ProjectView.class)
    public Response revise(@PathParam("id") UUID id, @NotNull MergePatch patch) {
        return responses.ok(revise.revise(id, patch::onto, caller.get()), this::view);
    }

    @GET
    @Path("/{id}/contact")
    @PermissionsAllowed("project:read-contact")
    @Operation(
            operationId = "getProjectContact",
            summary = "Read the contact in full; each reading is noted in the access log")
    public ContactView contact(@PathParam("id") UUID id) {
        InvestmentProject project = readable(id);
        Permissions.requireOwnTeamIfClaimed(project, caller.get(), "project:read-contact");
        Contact contact = contacts.read(project).orElseThrow();
        accessLog.record(
                "project", id, project.division(), List.of("contact.name", "contact.phone"), "getProjectContact");
        return ContactView.of(contact);
    }

    @POST
    @Path("/{id}/contact/erase")
    @Command
    @PermissionsAllowed("project:erase-contact")
    @Operation(
            operationId = "eraseProjectContact",
            summary = "Make the contact unreadable for good (删除联系人信息)",
            description =
                    "On request of the person: the key of the contact is destroyed, in what the log keeps private too. It cannot"
                            + " be taken back. The project goes on; its contact then answers 404 PERSON_ERASED, until"
                            + " somebody names another. Erasing again changes nothing.")
    @APIResponseSchema(ProjectView.class)
    public Response eraseContact(@PathParam("id") UUID id, @NotNull @Valid Erasure said) {
        return responses.ok(erase.erase(id, said.reason(), caller.get()), this::view);
    }

    private InvestmentProject readable(UUID id) {
        return projects.find(caller.get().scope(), id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    private ProjectView view(InvestmentProject project) {
        Caller reader = caller.get();
        return ProjectView.of(project, contacts.read(project), Permissions.allowedCommands(project, reader));
    }
}
