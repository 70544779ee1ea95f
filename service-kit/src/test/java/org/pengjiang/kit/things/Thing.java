package org.pengjiang.kit.things;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;

@Entity
public class Thing extends LoggedAggregate {
    private String name = "";
    private long counted;

    @Column(name = "secret_sealed")
    private byte[] secretSealed;

    protected Thing() {}

    public Thing(DivisionCode division, String name) {
        super(Ids.next(), division);
        this.name = name;
    }

    @Override
    public String subjectType() {
        return "thing";
    }

    public String name() {
        return name;
    }

    public long counted() {
        return counted;
    }

    public void keep(byte[] sealed) {
        secretSealed = sealed;
    }

    public long count(long by) {
        counted += by;
        return counted;
    }
}
