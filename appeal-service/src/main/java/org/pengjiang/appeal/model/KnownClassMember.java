package org.pengjiang.appeal.model;

import jakarta.persistence.Embeddable;

/** One person of a special class. */
@Embeddable
public record KnownClassMember(String account, String department, String role) {}
