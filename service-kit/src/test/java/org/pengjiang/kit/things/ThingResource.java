package org.pengjiang.kit.things;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The way in for requests whose trace is followed. */
@Path("/v1/things")
public class ThingResource {
    public static final Logger LOG = Logger.getLogger(ThingResource.class);

    private final UseThings use;

    ThingResource(UseThings use) {
        this.use = use;
    }

    @POST
    @PermitAll
    @Blocking
    public String makeAndCount() {
        UUID thing = use.make(UseThings.DISTRICT, "traced");
        use.count(thing, 7);
        LOG.infof("counted %s", thing);
        return thing.toString();
    }
}
