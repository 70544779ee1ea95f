package org.pengjiang.kit.codes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All lists of a service. */
@Schema(name = "CodeLists")
record CodeLists(List<CodeList> items) {}
