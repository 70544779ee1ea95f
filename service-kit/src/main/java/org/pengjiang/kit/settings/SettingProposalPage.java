package org.pengjiang.kit.settings;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a page of proposals looks like in the contract. */
@Schema(name = "SettingProposalPage")
record SettingProposalPage(
        List<SettingProposalView> items, @Nullable String next) {}
