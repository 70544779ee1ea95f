package org.pengjiang.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Tells Swagger UI where the service stands and where a persona's token comes from. Both are known only when the service
 * starts, and stand in the served document alone: the committed ones name no machine.
 */
@OpenApiFilter(
        stages = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class TryItOut implements OASFilter {
    private static final String SCHEME = "persona";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Config config = ConfigProvider.getConfig();
        Optional<String> service = config.getOptionalValue("suite.try-it-out.service", String.class);
        Optional<String> authorization = config.getOptionalValue("suite.try-it-out.authorization", String.class);
        service.ifPresent(address -> document.setServers(
                List.of(OASFactory.createServer().url(address).description("the service on this machine 本机服务"))));
        authorization.ifPresent(address -> offerPersonas(document, address));
    }

    private static void offerPersonas(OpenAPI document, String address) {
        if (document.getComponents() == null) {
            return;
        }
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .description("The token of a persona, by a click on its name 选择演示身份")
                                .flows(OASFactory.createOAuthFlows()
                                        .implicit(OASFactory.createOAuthFlow()
                                                .authorizationUrl(address)
                                                .scopes(Map.of()))));
        List<SecurityRequirement> either = new ArrayList<>(document.getSecurity());
        either.add(OASFactory.createSecurityRequirement().addScheme(SCHEME));
        document.setSecurity(either);
    }
}
