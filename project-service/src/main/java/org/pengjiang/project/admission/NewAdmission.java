package org.pengjiang.project.admission;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.pengjiang.kit.text.KeyString;

/** Which departments are asked, by their unit codes. */
record NewAdmission(@NotEmpty @Size(max = 30) Set<@NotNull @KeyString(max = 40) String> departments) {}
