package org.pengjiang.kit.testing.sound.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.testing.sound.model.Book;

@Path("/fixture/sound")
class BookResource {
    @GET
    @RolesAllowed("NOBODY")
    public String get() {
        return new Book().toString();
    }

    @POST
    @Command
    @RolesAllowed("NOBODY")
    public Response change() {
        return Response.ok().build();
    }

    @POST
    @Path("preview")
    @RolesAllowed("NOBODY")
    public String preview() {
        return "";
    }
}
