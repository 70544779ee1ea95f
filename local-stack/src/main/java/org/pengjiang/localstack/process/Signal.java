package org.pengjiang.localstack.process;

import java.util.List;

/** The signals the stack sends. */
public enum Signal {
    TERM,
    INT,
    KILL,
    STOP,
    CONT;

    /** Sends the signal to the whole process group of {@code leader}; a group that is gone already is no error. */
    void toGroup(long leader) {
        send("-" + leader);
    }

    void to(long pid) {
        send(Long.toString(pid));
    }

    private void send(String target) {
        // the shell's own kill: slim images carry no /bin/kill
        Commands.run(List.of("sh", "-c", "kill -s " + name() + " -- " + target + " 2>/dev/null || true"));
    }
}
