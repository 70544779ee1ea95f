package org.pengjiang.appeal.model.neighbours;

import jakarta.persistence.Embeddable;

/** One person of a special class. */
@Embeddable
public record ClassMemberCopy(String account, String department, String role) {}
