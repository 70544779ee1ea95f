package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A project's code on the national approval platform.
 *
 * @param checkLevel how much of it could be checked
 * @param live false once the project has ended, which frees the code
 */
@Embeddable
public record NationalCode(
        @Column(name = "code") String code,
        @Column(name = "check_level") String checkLevel,
        @Column(name = "live") boolean live) {}
