package org.pengjiang.appeal.model.access;

import org.pengjiang.appeal.model.correspondence.AppealMessage;
import org.pengjiang.appeal.model.correspondence.Reply;
import org.pengjiang.appeal.model.correspondence.ReplyStatus;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;

/**
 * Enterprises and partners. Of an appeal that they may see they read its public messages and the delivered replies, with their
 * files; what the offices write to each other, drafts and what a head sends back are not theirs to read.
 */
public final class Outsiders {
    private Outsiders() {}

    public static boolean include(Caller reader) {
        return !Party.isOfficial(reader);
    }

    /** Whether the reader may read the message, given that they may see its appeal. */
    public static boolean mayRead(Caller reader, AppealMessage message) {
        return message.visibility() == Visibility.PUBLIC || !include(reader);
    }

    /** Whether the reader may read the reply, given that they may see its appeal. */
    public static boolean mayRead(Caller reader, Reply reply) {
        return reply.status() == ReplyStatus.DELIVERED || !include(reader);
    }
}
