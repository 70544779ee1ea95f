package org.pengjiang.project.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row that does not become a project, and why. Rows count from 1 below the header. */
record RefusedRow(int row, @Nullable String externalId, List<RowFault> faults) {}
