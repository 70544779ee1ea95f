package org.pengjiang.kit.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;

/** A setting that a district has decided itself. Its versions are rows of their own and never edited. */
@Entity
@Table(name = "division_setting")
class Setting extends LoggedAggregate {
    @Column
    private String name;

    /** Bumped with each version, so that two changes at once cannot both win. */
    @Column(name = "latest_number")
    private int latestNumber;

    protected Setting() {}

    Setting(UUID id, DivisionCode district, SettingDefinition definition) {
        super(id, district);
        this.name = definition.name();
        this.latestNumber = definition.shipped().number();
    }

    int nextNumber() {
        latestNumber++;
        return latestNumber;
    }

    String name() {
        return name;
    }

    @Override
    public String subjectType() {
        return "setting";
    }
}
