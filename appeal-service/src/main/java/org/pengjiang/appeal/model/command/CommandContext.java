package org.pengjiang.appeal.model.command;

import java.util.Set;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.clock.TimeContext;
import org.pengjiang.appeal.model.lifecycle.Capacity;

/** An appeal that a command is about to change, and as whom the caller acts on it. */
public record CommandContext(Appeal appeal, TimeContext now, Set<Capacity> capacities) {}
