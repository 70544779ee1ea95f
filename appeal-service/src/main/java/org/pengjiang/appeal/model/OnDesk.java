package org.pengjiang.appeal.model;

import java.util.Set;

/** An appeal that a command is about to change, and as whom the caller acts on it. */
public record OnDesk(Appeal appeal, Now now, Set<Actor> acting) {}
