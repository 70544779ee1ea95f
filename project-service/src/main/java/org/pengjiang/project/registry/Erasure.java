package org.pengjiang.project.registry;

import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** Why a contact is erased. */
record Erasure(@NotNull @LongText(max = 1000) String reason) {}
