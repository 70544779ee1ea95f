package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** Every setting of this service, in the order of their declaration. */
@ApplicationScoped
class DeclaredSettings {
    private final Map<String, SettingDefinition> byName = new LinkedHashMap<>();

    DeclaredSettings(Instance<SettingCatalogue> catalogues) {
        for (SettingCatalogue catalogue : catalogues) {
            for (SettingDefinition definition : catalogue.settings()) {
                if (byName.put(definition.name(), definition) != null) {
                    throw new IllegalStateException("two settings are called " + definition.name());
                }
            }
        }
    }

    List<SettingDefinition> all() {
        return List.copyOf(byName.values());
    }

    SettingDefinition named(String name) {
        SettingDefinition definition = byName.get(name);
        if (definition == null) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return definition;
    }
}
