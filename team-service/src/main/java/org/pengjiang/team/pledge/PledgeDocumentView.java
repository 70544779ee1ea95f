package org.pengjiang.team.pledge;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is signed, for whoever wants to compute the hash again. */
@Schema(name = "PledgeDocument")
record PledgeDocumentView(String text, Optional<String> documentHash) {}
