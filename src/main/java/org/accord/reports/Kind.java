package org.accord.reports;

import java.util.Arrays;
import java.util.Locale;
import org.accord.core.Refused;

/** The reports there are. */
enum Kind {
    /** How long cases take, by their process. */
    CYCLE_TIME(false),
    /** How long steps take, the slowest first. */
    STEPS(true),
    /** Who is late with what. */
    OVERDUE(true),
    /** What each role was given and did. */
    WORKLOAD(true),
    /** Meetings and workshops held, by pillar and State. */
    COVERAGE(false),
    /** Decisions by their outcome. */
    DECISIONS(false),
    /** What donors pay. */
    BUDGET(false);

    private final boolean ofTasks;

    Kind(boolean ofTasks) {
        this.ofTasks = ofTasks;
    }

    /** As addresses and messages have it: {@code cycle-time}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it counts tasks, and so is for those who may read the work of all. */
    boolean isOfTasks() {
        return ofTasks;
    }

    /** Refuses {@code noSuchReport}. */
    static Kind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("noSuchReport", word));
    }
}
