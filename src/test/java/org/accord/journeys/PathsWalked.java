package org.accord.journeys;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.TestInfo;

/** What the tests of this JVM have reached so far, by {@code process/element}. */
final class PathsWalked {

    private static final Map<String, SortedSet<Walk>> REACHED = new TreeMap<>();
    private static final Set<String> RECORDED = new TreeSet<>();

    private PathsWalked() {}

    /** A test that reached an element. */
    record Walk(String tests, String name) implements Comparable<Walk> {

        static Walk of(TestInfo test) {
            return new Walk(
                    test.getTestClass().orElseThrow().getSuperclass().getSimpleName(),
                    test.getTestMethod().orElseThrow().getName());
        }

        /** The name as the sentence that it is. */
        String sentence() {
            String words =
                    name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replaceAll("\\bstate(s?)\\b", "State$1");
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }

        @Override
        public int compareTo(Walk other) {
            int order = tests.compareTo(other.tests);
            return order == 0 ? name.compareTo(other.name) : order;
        }
    }

    static void note(TestInfo test, Set<String> reached, Set<String> recorded) {
        Walk walk = Walk.of(test);
        reached.forEach(element ->
                REACHED.computeIfAbsent(element, key -> new TreeSet<>()).add(walk));
        RECORDED.addAll(recorded);
    }

    static SortedSet<Walk> to(String element) {
        return REACHED.getOrDefault(element, new TreeSet<>());
    }

    static boolean isRecorded(String element) {
        return RECORDED.contains(element);
    }
}
