package org.pengjiang.team.credit;

/** Why a quantity stands in the ledger. */
enum EntryKind {
    EARN,
    ADJUST,
    REVERSE
}
