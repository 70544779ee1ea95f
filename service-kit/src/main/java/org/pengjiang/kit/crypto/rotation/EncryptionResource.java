package org.pengjiang.kit.crypto.rotation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the rotation of the keys has come. */
@Path("/v1/admin/encryption")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
class EncryptionResource {
    private final EncryptionQueries queries;

    EncryptionResource(EncryptionQueries queries) {
        this.queries = queries;
    }

    @GET
    @PermissionsAllowed("encryption:read")
    @Blocking
    @Operation(
            operationId = "getEncryption",
            summary = "Rows under each key 密钥轮换进度",
            description =
                    "As the last walks counted them. A key may go when nothing lies under it any more. What the log keeps"
                            + " private is covered by its hashes and never sealed again: it lies under data keys, which a rotation"
                            + " wraps anew, or, from before there were any, under the key of the ring it was written with.")
    public EncryptionView read() {
        return queries.read();
    }
}
