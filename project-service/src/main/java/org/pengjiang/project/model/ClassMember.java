package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** One person of a special class, by account and department. */
@Embeddable
public record ClassMember(
        @NotBlank @Size(max = 100) @Column(name = "account") String account,

        @NotBlank @Size(max = 100) @Column(name = "department")
        String department,

        @NotBlank @Size(max = 60) @Column(name = "role") String role) {}
