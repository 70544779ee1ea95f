package org.pengjiang.localstack;

import org.jspecify.annotations.Nullable;

/** Something a person has to mend: the message is one sentence that says what is wrong and one that says the way out. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String sentence) {
        super(sentence);
    }

    public StackFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
