package org.pengjiang.kit.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal with a stable code. Thrown by models and use cases; only the kit turns it into a response. */
public class DomainException extends RuntimeException {
    private final transient ProblemCode code;
    private final transient List<Object> arguments;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private boolean keepsWrites;

    public DomainException(ProblemCode code, Object... arguments) {
        this(code, List.of(), arguments);
    }

    /** Names every fault at once. */
    public DomainException(ProblemCode code, List<Fault> faults, Object... arguments) {
        super(code.name(), null, false, true);
        this.code = code;
        this.faults = List.copyOf(faults);
        this.arguments = List.of(arguments);
    }

    /** Adds an extension member to the problem document, such as the current state and the allowed commands. */
    public DomainException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** What the command has written so far is committed all the same, such as a try that is counted. */
    public DomainException keepingWrites() {
        keepsWrites = true;
        return this;
    }

    public boolean keepsWrites() {
        return keepsWrites;
    }

    public ProblemCode code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
