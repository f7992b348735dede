package org.accord.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.process.DecisionLint.DecisionRow;
import org.jspecify.annotations.Nullable;

/**
 * The values of one input of a table that its cells tell apart: the words they name, true and false, or a number from
 * each range between the bounds. Where all bounds are whole the numbers are whole, and where none is negative neither
 * are the numbers.
 */
record CellDomain(Set<String> values) {

    private static final String NUMBER = "-?[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)?\\s*(" + NUMBER + ")");
    private static final Pattern RANGE =
            Pattern.compile("([\\[(\\]])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\])\\[])");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"");
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)", Pattern.DOTALL);

    /** @param declared the values that the table allows for the input; empty if it does not say */
    static Optional<CellDomain> of(String declared, List<String> cells) {
        List<String> parts = Stream.concat(Stream.of(declared), cells.stream())
                .filter(cell -> !DecisionRow.isAny(cell))
                .flatMap(cell -> parts(inner(cell)).stream())
                .toList();
        if (parts.stream().allMatch(part -> WORD.matcher(part).matches())) {
            return Optional.of(words(declared, parts));
        }
        if (parts.stream().allMatch(part -> TRUTH.matcher(part).matches())) {
            return Optional.of(new CellDomain(new LinkedHashSet<>(List.of("true", "false"))));
        }
        return parts.stream().allMatch(CellDomain::isNumeric)
                ? Optional.of(numbers(declared, parts))
                : Optional.empty();
    }

    private static CellDomain words(String declared, List<String> parts) {
        Set<String> words = new LinkedHashSet<>(declared.isEmpty() ? parts : parts(declared));
        return new CellDomain(words.isEmpty() ? Set.of("-") : words);
    }

    private static CellDomain numbers(String declared, List<String> parts) {
        TreeSet<BigDecimal> bounds = new TreeSet<>();
        parts.forEach(part -> bounds.addAll(bounds(part)));
        boolean whole =
                bounds.stream().allMatch(bound -> bound.stripTrailingZeros().scale() <= 0);
        BigDecimal step =
                whole ? BigDecimal.ONE : bounds.stream().map(CellDomain::finer).reduce(BigDecimal.ONE, BigDecimal::min);
        Set<BigDecimal> samples = new TreeSet<>(bounds);
        bounds.forEach(bound -> samples.addAll(List.of(bound.subtract(step), bound.add(step))));
        boolean negative = bounds.first().signum() < 0;
        return new CellDomain(samples.stream()
                .filter(sample -> negative || sample.signum() >= 0)
                .map(BigDecimal::toPlainString)
                .filter(sample -> declared.isEmpty() || matchesAny(declared, sample))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** A tenth of the last digit, so that a sample lies between any two bounds. */
    private static BigDecimal finer(BigDecimal bound) {
        return BigDecimal.ONE.movePointLeft(Math.max(bound.stripTrailingZeros().scale(), 0) + 1);
    }

    boolean matches(String cell, String value) {
        return DecisionRow.isAny(cell)
                || (NOT.matcher(cell).matches() ? !matchesAny(inner(cell), value) : matchesAny(cell, value));
    }

    private static boolean matchesAny(String cell, String value) {
        return parts(cell).stream().anyMatch(part -> part.equals(value) || isNumeric(part) && holds(part, value));
    }

    private static boolean holds(String part, String value) {
        if (!value.matches(NUMBER)) {
            return false;
        }
        BigDecimal number = new BigDecimal(value);
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            int low = number.compareTo(new BigDecimal(range.group(2)));
            int high = number.compareTo(new BigDecimal(range.group(3)));
            return (range.group(1).equals("[") ? low >= 0 : low > 0)
                    && (range.group(4).equals("]") ? high <= 0 : high < 0);
        }
        Matcher compared = COMPARED.matcher(part);
        return compared.matches() && holds(compared.group(1), number.compareTo(new BigDecimal(compared.group(2))));
    }

    private static boolean holds(@Nullable String operator, int order) {
        return switch (operator == null ? "" : operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
        };
    }

    private static boolean isNumeric(String part) {
        return COMPARED.matcher(part).matches() || RANGE.matcher(part).matches();
    }

    private static List<BigDecimal> bounds(String part) {
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            return List.of(new BigDecimal(range.group(2)), new BigDecimal(range.group(3)));
        }
        Matcher compared = COMPARED.matcher(part);
        return compared.matches() ? List.of(new BigDecimal(compared.group(2))) : List.of();
    }

    private static String inner(String cell) {
        Matcher not = NOT.matcher(cell);
        return not.matches() ? not.group(1) : cell;
    }

    /** Split at the commas outside of quotes. */
    private static List<String> parts(String cell) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char letter : cell.toCharArray()) {
            quoted ^= letter == '"';
            if (letter == ',' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }
}
