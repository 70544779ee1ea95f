package org.pengjiang.appeal.model.appeal;

import java.util.List;

/** Whose appeals follow another one. Asked of an appeal that is followed, and of no other. */
@FunctionalInterface
public interface AppealFollowers {
    /** The credit codes of the enterprises, each once. */
    List<String> enterprises(Appeal master);
}
