package org.pengjiang.appeal.model.screening;

/** Why an appeal is not accepted: the seven reasons of the Shenzhen guideline of 2023-12-13. */
public enum RejectionCode {
    /** Another jurisdiction. */
    OTHER_JURISDICTION,
    /** Litigation, arbitration, discipline, review or disclosure of information is under way or open to the enterprise. */
    OTHER_PROCEDURE,
    /** The petition office has it already. */
    PETITION,
    /** A secret of the state, of a trade or of a person. */
    SECRET,
    /** Unlawful, harassing or without substance. */
    WITHOUT_SUBSTANCE,
    /** The same fact is being handled, or was. */
    SAME_FACT,
    OTHER
}
