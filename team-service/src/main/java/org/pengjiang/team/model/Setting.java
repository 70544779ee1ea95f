package org.pengjiang.team.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;

/** A setting that a district has decided itself. Its versions are rows of their own and never edited. */
@Entity
@Table(name = "setting")
public class Setting extends LoggedAggregate {
    @Column
    private String name;

    /** Bumped with each version, so that two changes at once cannot both win. */
    @Column(name = "latest_number")
    private int latestNumber;

    protected Setting() {}

    public Setting(UUID id, DivisionCode district, SettingName name, int shippedNumber) {
        super(id, district);
        this.name = name.key();
        this.latestNumber = shippedNumber;
    }

    public int nextNumber() {
        latestNumber++;
        return latestNumber;
    }

    public String name() {
        return name;
    }

    @Override
    public String subjectType() {
        return "setting";
    }
}
