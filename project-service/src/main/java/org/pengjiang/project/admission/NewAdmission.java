package org.pengjiang.project.admission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** Which departments are asked, by their unit codes. */
record NewAdmission(@NotEmpty @Size(max = 30) Set<@NotBlank @Size(max = 40) String> departments) {}
