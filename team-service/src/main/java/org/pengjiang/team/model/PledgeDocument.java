package org.pengjiang.team.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a pledge: what the captain signs. One field a line, fixed order, plain decimals without trailing
 * zeros, so that the same promise always has the same hash and anyone can compute it again.
 */
record PledgeDocument(String text) {

    static PledgeDocument of(
            UUID teamId, String teamCode, int year, int number, @Nullable String resolutionNo, List<TargetLine> lines) {
        StringBuilder text = new StringBuilder();
        field(text, "form", "pledge/1");
        field(text, "teamId", teamId);
        field(text, "teamCode", teamCode);
        field(text, "year", year);
        field(text, "version", number);
        field(text, "resolutionNo", resolutionNo);
        for (int i = 0; i < lines.size(); i++) {
            line(text, "line" + (i + 1) + ".", lines.get(i));
        }
        return new PledgeDocument(text.toString());
    }

    private static void line(StringBuilder text, String at, TargetLine line) {
        field(text, at + "metric", line.metric());
        field(text, at + "lineKind", line.kind());
        field(text, at + "minBand", line.minBand());
        field(text, at + "manufacturing", line.manufacturing());
        field(text, at + "chain", line.chain());
        field(text, at + "tag", line.tag());
        field(text, at + "target", plain(line.target()));
        field(text, at + "unit", line.unit());
        field(text, at + "weight", line.weight());
        field(text, at + "cap", plain(line.cap()));
        field(text, at + "curve", line.curve());
        field(text, at + "customCurve", line.custom().isEmpty() ? null : line.custom());
        field(text, at + "stretch", line.stretch() == null ? null : plain(line.stretch()));
    }

    /** Escaped, so that no value can pretend to be another field. */
    private static void field(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            String escaped = value.toString().replace("\\", "\\\\").replace("\n", "\\n");
            text.append(name).append('=').append(escaped).append('\n');
        }
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
