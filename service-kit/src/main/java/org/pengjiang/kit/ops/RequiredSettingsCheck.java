package org.pengjiang.kit.ops;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.util.List;

/**
 * Ends the start of a service that lacks {@link RequiredSettings}. The framework calls it when it has read the configuration,
 * before anything connects anywhere; any bean would come too late, after the migrations. It is found as a service of the JDK.
 */
public final class RequiredSettingsCheck implements SmallRyeConfigBuilderCustomizer, ConfigValidator {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        builder.withValidator(this);
    }

    @Override
    public void validateMapping(Class<?> mapping, String prefix, Object settings) throws ConfigValidationException {
        if (settings instanceof RequiredSettings required) {
            List<String> missing = required.missing();
            if (!missing.isEmpty()) {
                throw new ConfigValidationException(new ConfigValidationException.Problem[] {
                    new ConfigValidationException.Problem(
                            "Production has no default for these settings, and they are not set: "
                                    + String.join(", ", missing) + ". Set them, or start with the profile demo.")
                });
            }
        }
    }
}
