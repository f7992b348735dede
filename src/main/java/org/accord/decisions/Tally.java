package org.accord.decisions;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Counts the positions of the States that take part; what others say is heard and not counted (jpoa.md 3.4, 3.5). A State
 * that has not spoken has not consented: it counts as no reply.
 */
record Tally(int participating, int positions, int objections, int statements, int noReplies) {

    static Tally of(List<String> participating, Map<String, Position> stated) {
        Map<String, Position> counted = new LinkedHashMap<>(stated);
        counted.keySet().retainAll(participating);
        Collection<Position> positions = counted.values();
        return new Tally(
                participating.size(),
                positions.size(),
                count(positions, Position::blocks),
                count(positions, Position::isStatement),
                participating.size() - positions.size() + count(positions, Position::isNoReply));
    }

    private static int count(Collection<Position> positions, Predicate<Position> kind) {
        return (int) positions.stream().filter(kind).count();
    }
}
