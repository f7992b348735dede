package org.accord.papers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The papers, each with the processes that it is written in and the forms of which one at least must have been handed in. */
enum PaperKind {
    CONCEPT_NOTE(Set.of("workshop", "expert-meeting"), List.of("workshop-proposal", "concept-note"), false),
    NOTE_VERBALE(Set.of("workshop-delivery"), List.of("workshop-plan"), false),
    PARTICIPANTS(Set.of("workshop-delivery"), List.of("workshop-nominations"), true),
    REPORT(Set.of("workshop-delivery"), List.of("workshop-notes"), false),
    DONOR_PACK(Set.of("workshop-delivery"), List.of("workshop-notes"), false);

    private final Set<String> processes;
    private final List<String> forms;
    private final boolean personal;

    PaperKind(Set<String> processes, List<String> forms, boolean personal) {
        this.processes = processes;
        this.forms = forms;
        this.personal = personal;
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

    /** Whether it names people, which makes it confidential (D8.4). */
    boolean isPersonal() {
        return personal;
    }
}
