package org.pengjiang.note.notes.model;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.OneLine;

/** What describes a note, and is changed by a patch. */
@Schema(name = "Description")
public record NoteDescription(
        @NotNull @OneLine(max = 200) String title,
        @Min(1) @Max(1000) int pages) {}
