package org.pengjiang.project.specialclass;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.pengjiang.project.model.ClassMember;

/** The people of a special class, by their accounts. */
record NewSpecialClass(
        @NotBlank @Size(max = 100) String leader,
        @NotBlank @Size(max = 100) String head,
        @NotEmpty @Size(max = 50) @Valid List<@NotNull ClassMember> members) {}
