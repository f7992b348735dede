package org.accord.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.accord.process.DecisionLint.DecisionRow;

/**
 * Tries a table out on every combination of values that its cells can tell apart. A table with a cell that it cannot
 * read, or with too many combinations, is not judged.
 */
final class TableCoverage {

    private static final int MOST_COMBINATIONS = 100_000;
    private static final int MOST_FINDINGS = 5;

    private final List<CellDomain> columns = new ArrayList<>();
    private final List<DecisionRow> rows;
    private final Set<String> overlaps = new LinkedHashSet<>();
    private Optional<String> gap = Optional.empty();

    TableCoverage(List<String> domains, List<DecisionRow> rows) {
        this.rows = rows;
        for (int i = 0; i < domains.size(); i++) {
            int column = i;
            CellDomain.of(
                            domains.get(i),
                            rows.stream().map(row -> row.cell(column)).toList())
                    .ifPresent(columns::add);
        }
        long combinations =
                columns.stream().mapToLong(column -> column.values().size()).reduce(1, TableCoverage::times);
        if (columns.size() == domains.size() && combinations <= MOST_COMBINATIONS) {
            tryOut(new ArrayList<>());
        }
    }

    /** Pairs of rows that hit together, with an example. */
    Set<String> overlaps() {
        return overlaps;
    }

    /** An example that no row hits. */
    Optional<String> gap() {
        return gap;
    }

    private static long times(long one, long other) {
        return Math.min(one * other, MOST_COMBINATIONS + 1L);
    }

    private void tryOut(List<String> values) {
        if (values.size() < columns.size()) {
            for (String value : columns.get(values.size()).values()) {
                values.add(value);
                tryOut(values);
                values.remove(values.size() - 1);
            }
            return;
        }
        List<Integer> hits = hits(values);
        if (hits.isEmpty() && gap.isEmpty()) {
            gap = Optional.of(String.join(", ", values));
        }
        if (hits.size() > 1 && overlaps.size() < MOST_FINDINGS) {
            overlaps.add(hits.stream().map(row -> "row " + (row + 1)).collect(Collectors.joining(" and ")));
        }
    }

    private List<Integer> hits(List<String> values) {
        List<Integer> hits = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (isHit(rows.get(row), values)) {
                hits.add(row);
            }
        }
        return hits;
    }

    private boolean isHit(DecisionRow row, List<String> values) {
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).matches(row.cell(i), values.get(i))) {
                return false;
            }
        }
        return true;
    }
}
