package org.pengjiang.note.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.kit.settings.SettingCatalogue;
import org.pengjiang.kit.settings.SettingDefinition;
import org.pengjiang.kit.settings.ValueSchema;

/** One setting that a single person changes, and one that two decide. */
@ApplicationScoped
class NoteSettings implements SettingCatalogue {
    static final SettingDefinition COLOURS = SettingDefinition.of(
            "colours",
            "颜色",
            "colours of a note",
            ValueSchema.members().with("names", ValueSchema.names(List.of("RED", "BLUE"))),
            "{\"names\":[\"RED\"]}",
            "shipped");
    static final SettingDefinition LENGTH = SettingDefinition.of(
                    "length",
                    "长度",
                    "length of a note",
                    ValueSchema.members().with("most", ValueSchema.whole(1, 100, "characters 字")),
                    "{\"most\":10}",
                    "shipped")
            .decidedByTwo();

    @Override
    public List<SettingDefinition> settings() {
        return List.of(COLOURS, LENGTH);
    }
}
