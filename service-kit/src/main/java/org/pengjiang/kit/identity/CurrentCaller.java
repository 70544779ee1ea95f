package org.pengjiang.kit.identity;

/** The caller of this request, or the service itself while it applies an event or runs a sweep. */
public interface CurrentCaller {
    Caller get();
}
