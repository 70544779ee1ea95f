package org.pengjiang.appeal.catalogue;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.catalogue.Category;

/** What an enterprise may appeal about. */
@Path("/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
class CategoryResource {
    private final Categories categories;

    CategoryResource(Categories categories) {
        this.categories = categories;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listCategories",
            summary = "The categories of the version in force (诉求类别目录)",
            description =
                    "Each with the time class an ordinary request gets, and whether its rating counts. An assumption until"
                            + " the district has confirmed it.")
    public List<Category> list() {
        return categories.inForce();
    }
}
