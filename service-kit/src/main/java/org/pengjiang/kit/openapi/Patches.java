package org.pengjiang.kit.openapi;

import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.pengjiang.kit.http.MergePatch;

/** The body of a merge patch: the members of the record it is applied to, none of them required. */
final class Patches {
    private final Components components;
    private final Schemas schemas;

    Patches(Components components, Schemas schemas) {
        this.components = components;
        this.schemas = schemas;
    }

    void describe(Operation operation) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        MediaType body = operation.getRequestBody().getContent().getMediaType(MergePatch.MEDIA_TYPE);
        Schema whole = body == null ? null : body.getSchema();
        String reference = whole == null ? null : whole.getRef();
        if (whole == null || reference == null || body == null) {
            return;
        }
        String name = reference.substring(Schemas.REFERENCE.length()) + "Patch";
        components.addSchema(
                name,
                OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .description("A merge patch (RFC 7396): what is absent stays, null removes 局部修改")
                        .properties(new LinkedHashMap<>(schemas.resolved(whole).getProperties())));
        body.setSchema(OASFactory.createSchema().ref(name));
    }
}
