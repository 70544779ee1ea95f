package org.pengjiang.kit.approval;

import java.util.List;

/**
 * A confirmation that is not accepted any more.
 *
 * @param teams those of its person that are excluded now; empty when the person is
 */
public record TaintedConfirmation(String confirmedBy, List<String> teams) {}
