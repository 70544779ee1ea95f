package org.pengjiang.project.model;

import java.util.List;
import java.util.Set;

/** What must be there before a project enters a stage, who may ask, and who must confirm. One class per rule set. */
sealed interface Gate
        permits NegotiatingGate, AdmissionReviewGate, AdmittedGate, AdmissionWaivedGate, SignedGate, ReturnGate {
    Stage from();

    Stage to();

    /** Roles that may submit; a team role only for a project its team has a share in. */
    Set<String> submitters();

    void examine(GateFile file, GateFindings findings);

    /** The roles that must each confirm; none means that the gate is passed at once. */
    List<String> confirmers(GateFile file);

    default boolean skipsAStage() {
        return false;
    }
}
