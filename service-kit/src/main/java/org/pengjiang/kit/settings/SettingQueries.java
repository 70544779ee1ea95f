package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.RolePermissions;
import org.pengjiang.kit.problem.Language;

/** What a district has decided, and what is shipped where it has not. */
@ApplicationScoped
class SettingQueries {
    private static final int MOST_SHOWN = 100;

    private final DeclaredSettings declared;
    private final StoredSettings stored;
    private final Settings settings;
    private final Paging paging;
    private final CurrentCaller caller;
    private final Clock clock;
    private final RolePermissions permissions = RolePermissions.load();

    SettingQueries(
            DeclaredSettings declared,
            StoredSettings stored,
            Settings settings,
            Paging paging,
            CurrentCaller caller,
            Clock clock) {
        this.declared = declared;
        this.stored = stored;
        this.settings = settings;
        this.paging = paging;
        this.caller = caller;
        this.clock = clock;
    }

    List<SettingView> all(DivisionScope scope, Language language) {
        String district = scope.value();
        Map<String, List<SettingVersion>> decided = stored.newest(district, MOST_SHOWN);
        return declared.all().stream()
                .map(definition ->
                        view(district, definition, decided.getOrDefault(definition.name(), List.of()), language))
                .toList();
    }

    SettingView one(DivisionScope scope, SettingDefinition definition, Language language) {
        String district = scope.value();
        List<SettingVersion> newest = stored.newest(district, definition.name(), MOST_SHOWN);
        return view(district, definition, newest, language);
    }

    Page<SettingView.VersionView> versions(DivisionScope scope, SettingDefinition definition, PageRequest request) {
        String district = scope.value();
        KeysetPage page = paging.start(request, StoredSettings.ORDER, district, definition.name());
        List<SettingVersion> rows = new ArrayList<>(stored.page(district, definition.name(), page));
        // the shipped version is no row
        if (rows.size() < page.fetch() && !page.parameters().contains("1")) {
            rows.add(definition.shipped());
        }
        return page.of(rows, version -> List.of(version.number()), SettingView.VersionView::of);
    }

    private SettingView view(
            String district, SettingDefinition definition, List<SettingVersion> decided, Language language) {
        List<SettingVersion> versions = new ArrayList<>(decided);
        if (versions.size() < MOST_SHOWN) {
            versions.add(definition.shipped());
        }
        boolean mayChange = permissions.isGranted(caller.get().roles(), "setting:change");
        return new SettingView(
                definition.name(),
                definition.title(language),
                district,
                versions.getFirst().number(),
                SettingView.VersionView.of(settings.at(district, definition, LocalDate.now(clock))),
                versions.stream().map(SettingView.VersionView::of).toList(),
                definition.schema().written(),
                definition.isDecidedByTwo(),
                mayChange ? List.of("change") : List.of());
    }
}
