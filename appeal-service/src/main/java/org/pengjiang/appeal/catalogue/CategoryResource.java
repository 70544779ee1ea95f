package org.pengjiang.appeal.catalogue;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
    private final FindCategories find;

    CategoryResource(Categories categories, FindCategories find) {
        this.categories = categories;
        this.find = find;
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

    @POST
    @Path("/search")
    @Authenticated
    @Operation(
            operationId = "findCategories",
            summary = "Three categories that may fit a text (诉求类别推荐)",
            description =
                    "By the names of the categories and by what people call their matters, with the time class that the appeal would"
                            + " probably get. It changes nothing.")
    public CategoryCandidates find(@NotNull @Valid CategorySearch said) {
        return new CategoryCandidates(find.find(said));
    }
}
