package org.pengjiang.kit.testing.sound.reading;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.http.MergePatch;
import org.pengjiang.kit.testing.sound.model.Book;
import org.pengjiang.kit.text.KeyString;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

@Path("/fixture/sound")
class BookResource {
    @GET
    @PermissionsAllowed("note:read")
    public String get() {
        return new Book().toString();
    }

    @POST
    @Command
    @PermissionsAllowed("note:write")
    public Response change(BookRequest request) {
        return Response.ok().build();
    }

    @POST
    @Path("preview")
    @PermissionsAllowed("note:read-only")
    public String preview() {
        return "";
    }

    @PATCH
    @Command
    @PermissionsAllowed("note:read")
    @RequestBody(content = @Content(schema = @Schema(implementation = BookRequest.class)))
    public Response revise(MergePatch patch) {
        return Response.ok().build();
    }

    record BookRequest(
            @OneLine(max = 10) String name,
            @LongText(max = 10) String text,

            @Pattern(regexp = "[a-z]+", message = "{such.as} abc") String code,

            @KeyString(max = 10) String account,
            List<@KeyString(max = 10) String> codes,
            List<@OneLine(max = 10) String> words,
            LocalDate day,
            List<BookRequest> others) {}
}
