package org.pengjiang.project.admission;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.kit.text.KeyString;

/** Which departments are asked, by their unit codes. */
record NewAdmission(
        @NotEmpty @Size(max = 30) @Schema(uniqueItems = true)
        List<@NotNull @KeyString(max = 40) String> departments) {}
