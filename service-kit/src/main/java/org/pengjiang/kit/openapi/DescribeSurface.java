package org.pengjiang.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes both OpenAPI documents once, at build time, from what the code says anyway: the annotations of the resource
 * methods, the records, the catalogue of codes. So nothing of it is written by hand at each operation.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DescribeSurface implements OASFilter {
    private static final String SCHEME = "bearer";

    private final IndexView index;

    /** The index of the service and the kit, given by the framework. */
    public DescribeSurface(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        document.setComponents(components);
        Schemas schemas = new Schemas(document);
        ProblemResponses problems = new ProblemResponses(new Catalogue(index));
        ResourceMethods methods = new ResourceMethods(index);

        Members members = new Members(index, schemas);
        members.dropNulls();
        Scalars.inline(components, schemas);
        members.describe();
        Patches patches = new Patches(components, schemas);
        schemas.operations().forEach(patches::describe);
        Headers.declare(components);
        secure(document, components);
        Examples examples = new Examples(schemas);
        document.getPaths()
                .getPathItems()
                .forEach((address, item) -> item.getOperations()
                        .forEach((verb, operation) -> methods.behind(verb.name(), address)
                                .ifPresent(method -> describe(operation, method, problems))));
        schemas.operations().forEach(operation -> addExamples(operation, examples));
        problems.declare(components);
        schemas.operations().forEach(ProblemResponses::complete);
        sortPaths(document);
        document.setServers(List.of(OASFactory.createServer()
                .url("/")
                .description("the service behind whatever stands in front of it 当前服务")));
    }

    private static void describe(Operation operation, ResourceMethod method, ProblemResponses problems) {
        Headers.addTo(operation, method);
        boolean hasPathParameter = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> one.getIn() == Parameter.In.PATH);
        problems.addTo(operation, method, hasPathParameter);
        method.permission().ifPresent(permission -> {
            String roles = method.roles().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
            String description = operation.getDescription();
            operation.setDescription((description == null ? "" : description + "\n\n") + "Permission: `" + permission
                    + "`, of the roles " + roles);
        });
        if (method.isForEverybody()) {
            operation.setSecurity(List.of());
        }
    }

    private static void addExamples(Operation operation, Examples examples) {
        if (operation.getRequestBody() != null) {
            examples.addTo(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> examples.addTo(response.getContent()));
    }

    private static void secure(OpenAPI document, Components components) {
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token of the OpenID Connect provider 访问令牌"));
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
    }

    private static void sortPaths(OpenAPI document) {
        Map<String, PathItem> sorted = new TreeMap<>(document.getPaths().getPathItems());
        document.getPaths().setPathItems(sorted);
    }
}
