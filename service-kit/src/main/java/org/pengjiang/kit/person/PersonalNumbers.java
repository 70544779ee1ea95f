package org.pengjiang.kit.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.identifiers.Uscc;

/**
 * Finds the mobile and the citizen's identity numbers in a text, however they are written: with a country code, in groups, in
 * digits of full width or with characters that nobody sees between them. Landlines, service numbers, credit codes, project codes,
 * document numbers and amounts are none.
 */
public final class PersonalNumbers {
    private static final Pattern MOBILE = Pattern.compile("(?<![\\d¥])(?:(?:\\+|00)?86[ -]{0,2})?"
            + "(?<number>1[3-9]\\d[ .-]{0,2}\\d{4}[ .-]{0,2}\\d{4}|1[ -]?[3-9](?:[ -]?\\d){9})"
            + "(?!\\d|[ ]?(?:元(?!旦|宵|月|先|女|总|经)|万(?=元|吨|平|亩|美|港|欧|人民|千瓦|度|立)|亿(?=元|美|港|欧|人民|吨|千)|平方|吨|㎡|RMB|kWh))");
    private static final Pattern CITIZEN = Pattern.compile(
            "(?<![\\dA-Za-z])(?<number>[1-9](?:[ -]?\\d){5}[ -]?(?:1[ -]?9|2[ -]?0)(?:[ -]?\\d){2}"
                    + "[ -]?(?:0[ -]?[1-9]|1[ -]?[0-2])[ -]?(?:0[ -]?[1-9]|[12][ -]?\\d|3[ -]?[01])(?:[ -]?\\d){3}[ -]?[\\dXx])(?![\\dA-Za-z])");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\dXx]");
    /** More are no grouping that people use, but several numbers in a row; or every digit stands alone. */
    private static final int MOST_GROUPS = 4;

    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_BEHIND = 4;

    private PersonalNumbers() {}

    public static boolean standIn(String text) {
        return !find(text).isEmpty();
    }

    /** With a few digits of each number left, enough to recognise one that is known already. */
    public static String mask(String text) {
        List<Span> found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (Span span : found) {
            masked.append(text, done, span.from).append(span.masked);
            done = span.until;
        }
        return masked.append(text, done, text.length()).toString();
    }

    /** Where a number stands in the text. */
    private record Span(int from, int until, String masked) {}

    private static List<Span> find(String text) {
        Plain plain = Plain.of(text);
        List<Span> found = new ArrayList<>();
        collect(CITIZEN, plain, found);
        collect(MOBILE, plain, found);
        found.sort((a, b) -> Integer.compare(a.from, b.from));
        return found;
    }

    private static void collect(Pattern pattern, Plain plain, List<Span> found) {
        Matcher number = pattern.matcher(plain.text);
        while (number.find()) {
            String digits = SEPARATORS.matcher(number.group()).replaceAll("");
            Span span = plain.span(number.start(), number.end(), digits);
            if (isGroupedAsPeopleDo(number.group("number"))
                    && !isCreditCode(digits)
                    && found.stream().noneMatch(other -> other.from < span.until && span.from < other.until)) {
                found.add(span);
            }
        }
    }

    private static boolean isGroupedAsPeopleDo(String number) {
        String[] groups = number.split("[^\\dXx]+");
        return groups.length <= MOST_GROUPS || Arrays.stream(groups).allMatch(group -> group.length() == 1);
    }

    private static boolean isCreditCode(String digits) {
        try {
            Uscc.parse(digits);
            return true;
        } catch (InvalidIdentifier none) {
            return false;
        }
    }

    /** The text in plain digits, blanks and hyphens, each with the place where it stood. */
    private record Plain(String text, List<Integer> from, List<Integer> until) {
        static Plain of(String text) {
            StringBuilder plain = new StringBuilder();
            List<Integer> from = new ArrayList<>();
            List<Integer> until = new ArrayList<>();
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                int next = i + Character.charCount(c);
                if (Character.getType(c) != Character.FORMAT) {
                    plain.append(plain(c));
                    from.add(i);
                    until.add(next);
                }
                i = next;
            }
            return new Plain(plain.toString(), from, until);
        }

        Span span(int begin, int end, String digits) {
            int hidden = digits.length() - SHOWN_BEFORE - SHOWN_BEHIND;
            return new Span(
                    from.get(begin),
                    until.get(end - 1),
                    digits.substring(0, SHOWN_BEFORE)
                            + "*".repeat(hidden)
                            + digits.substring(digits.length() - SHOWN_BEHIND));
        }

        private static char plain(int c) {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                return (char) ('0' + digit);
            }
            return switch (Character.getType(c)) {
                case Character.SPACE_SEPARATOR -> ' ';
                case Character.DASH_PUNCTUATION -> '-';
                default ->
                    switch (c) {
                        case '\t', '\n', '\r' -> '\n';
                        case '＋' -> '+';
                        case 'Ｘ', 'ｘ' -> 'X';
                        case '（', '）', '(', ')' -> ' ';
                        case '－', '−' -> '-';
                        case '．', '·' -> '.';
                        case '￥' -> '¥';
                        default -> Character.isBmpCodePoint(c) ? (char) c : '?';
                    };
            };
        }
    }
}
