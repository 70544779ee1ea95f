package org.pengjiang.kit.testing.unsound.reading;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.logging.Logger;
import org.pengjiang.kit.http.Command;
import org.pengjiang.kit.testing.unsound.writing.MoveShelf;

@Path("/fixture/unsound")
@Command
@Transactional
public class ShelfEndpoint {
    @GET
    String hidden() {
        Logger.getLogger("x").info(LocalDate.now().toString());
        System.out.println(new MoveShelf());
        return "";
    }

    @POST
    @Path("change")
    public String change() {
        return "";
    }

    @POST
    @Command
    public String command() {
        return new MoveShelf().piecemeal();
    }
}
