package org.pengjiang.kit.settings;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a page of versions looks like in the contract. */
@Schema(name = "SettingVersionPage")
record SettingVersionPage(
        List<SettingView.VersionView> items, @Nullable String next) {}
