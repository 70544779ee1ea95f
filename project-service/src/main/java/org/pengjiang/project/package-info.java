/**
 * Investment projects from the first lead to full production: who invests, what is promised, which teams share the credit,
 * and the stage gates that a project passes. Owns those facts, publishes every passed gate to {@code project.events}, and
 * follows {@code team.events} into a small copy of the teams. Calls no other service to do its work.
 */
@NullMarked
package org.pengjiang.project;

import org.jspecify.annotations.NullMarked;
