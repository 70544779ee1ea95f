package org.pengjiang.kit.file;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;

/** A part of a file. */
record ByteRange(long from, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=[ \\t]*([0-9]{0,30})-([0-9]{0,30})[ \\t]*");

    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * Empty where the whole is answered: without a range, for several ranges at once, and for what cannot be read (RFC 9110, 14.2).
     *
     * @throws DomainException RANGE_UNSATISFIABLE when the file ends before it
     */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher range = header == null ? null : ONE.matcher(header);
        if (range == null
                || !range.matches()
                || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(number(range.group(2)), size);
            return Optional.of(satisfiable(size - last, size - 1, size));
        }
        long from = number(range.group(1));
        long to = range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
        return to < from ? Optional.empty() : Optional.of(satisfiable(from, Math.min(to, size - 1), size));
    }

    private static ByteRange satisfiable(long from, long to, long size) {
        if (from >= size || to < from) {
            throw new DomainException(KitProblem.RANGE_UNSATISFIABLE, size);
        }
        return new ByteRange(from, to - from + 1);
    }

    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    String contentRange(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
