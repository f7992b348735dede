package org.accord.papers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The papers, each with the processes that it is written in and the forms of which one at least must have been handed in. What was
 * said at a workshop is printed only after its political check.
 */
enum PaperKind {
    CONCEPT_NOTE(Set.of("workshop", "expert-meeting"), List.of("workshop-proposal", "concept-note"), Marking.NONE),
    NOTE_VERBALE(Set.of("workshop-delivery"), List.of("workshop-plan"), Marking.NONE),
    PARTICIPANTS(Set.of("workshop-delivery"), List.of("workshop-nominations"), Marking.ALWAYS),
    REPORT(Set.of("workshop-delivery"), List.of("workshop-sensitivity"), Marking.UNTIL_ISSUED),
    DONOR_PACK(Set.of("workshop-delivery"), List.of("workshop-sensitivity"), Marking.UNTIL_ISSUED);

    /** When a paper is confidential. */
    private enum Marking {
        NONE,
        /** It names people (D8.4). */
        ALWAYS,
        /** Until its workshop is closed with a report (D8.7). */
        UNTIL_ISSUED
    }

    private static final String ISSUED = "closedWithReport";

    private final Set<String> processes;
    private final List<String> forms;
    private final Marking marking;

    PaperKind(Set<String> processes, List<String> forms, Marking marking) {
        this.processes = processes;
        this.forms = forms;
        this.marking = marking;
    }

    /** As addresses and templates have it: {@code concept-note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PaperKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    boolean belongsTo(String process) {
        return processes.contains(process);
    }

    List<String> forms() {
        return forms;
    }

    /** Whether it names people, so that it is recorded who gets it. */
    boolean isPersonal() {
        return marking == Marking.ALWAYS;
    }

    /** @param outcome how the case ended, if it did */
    boolean isConfidential(@Nullable String outcome) {
        return marking == Marking.ALWAYS || marking == Marking.UNTIL_ISSUED && !ISSUED.equals(outcome);
    }
}
