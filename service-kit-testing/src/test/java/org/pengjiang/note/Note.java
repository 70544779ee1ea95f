package org.pengjiang.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;

@Entity
@Table(name = "note")
class Note extends LoggedAggregate {
    @Column
    private String title;

    @Column
    private int pages;

    @Column
    private int remarks;

    protected Note() {}

    Note(UUID id, DivisionCode division, String title, int pages) {
        super(id, division);
        this.title = title;
        this.pages = pages;
    }

    @Override
    public String subjectType() {
        return "note";
    }

    void resize(int newPages) {
        this.pages = newPages;
    }

    void describe(NoteResource.Description next) {
        this.title = next.title();
        this.pages = next.pages();
    }

    int remark() {
        return ++remarks;
    }

    String title() {
        return title;
    }

    int pages() {
        return pages;
    }

    int remarks() {
        return remarks;
    }
}
