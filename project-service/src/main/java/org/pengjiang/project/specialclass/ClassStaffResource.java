package org.pengjiang.project.specialclass;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.identifiers.KeyText;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.Responses;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.project.model.ClassMember;

/** Who is in a special class. The leader and the head of the class act by their appointment, whatever their role is. */
@Path("/v1/projects/{id}/special-class")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Special class")
class ClassStaffResource {
    private final ChangeClassMembers members;
    private final AppointClassPosts posts;
    private final CurrentCaller caller;
    private final Responses responses;

    ClassStaffResource(ChangeClassMembers members, AppointClassPosts posts, CurrentCaller caller, Responses responses) {
        this.members = members;
        this.posts = posts;
        this.caller = caller;
        this.responses = responses;
    }

    @POST
    @Path("/members")
    @Command(ifMatch = false)
    @PermissionsAllowed("special-class:staff")
    @Operation(operationId = "addClassMember", summary = "Add a member to the special class (增加专班成员)")
    @APIResponseSchema(SpecialClassView.class)
    public Response add(@PathParam("id") UUID id, @NotNull @Valid ClassMember member) {
        return ok(members.add(id, member, caller.get()));
    }

    @POST
    @Path("/members/{account}/remove")
    @Command
    @PermissionsAllowed("special-class:staff")
    @Operation(operationId = "removeClassMember", summary = "Take a member out of the special class (减少专班成员)")
    @APIResponseSchema(SpecialClassView.class)
    public Response remove(@PathParam("id") UUID id, @PathParam("account") String account) {
        return ok(members.remove(id, KeyText.of(account), caller.get()));
    }

    @POST
    @Path("/appointments")
    @Command
    @PermissionsAllowed("special-class:staff")
    @Operation(
            operationId = "appointClassPosts",
            summary = "Name another leader, head or lead unit (调整专班负责人或牵头单位)",
            description = "What is absent stays as it is. The leader of the class may name another head.")
    @APIResponseSchema(SpecialClassView.class)
    public Response appoint(@PathParam("id") UUID id, @NotNull @Valid ClassPosts said) {
        return ok(posts.appoint(id, said, caller.get()));
    }

    private Response ok(ChangedClass changed) {
        return responses.ok(
                changed.project(), project -> SpecialClassView.of(project, changed.specialClass(), caller.get()));
    }
}
