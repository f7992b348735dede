package org.accord.documents;

import java.util.Arrays;
import java.util.List;
import org.accord.core.Refused;
import org.accord.core.Retention;
import org.accord.core.Violation;

/** What kind of content a document has; D8 derives the classification from it. */
enum Content {
    ORDINARY("ordinary"),
    NATIONAL_POSITION("nationalPosition"),
    DRAFT_TEXT("draftText"),
    PERSONAL_DATA("personalData"),
    SILENCE_OBJECTION("silenceObjection"),
    EVALUATION_ANSWERS("evaluationAnswers"),
    ISSUED("issued"),
    /** Would do exceptionally grave damage if it got out (ST/SGB/2007/6). */
    GRAVE("grave"),
    /** Received from a State in confidence, on threats or operations: it is not stored at all. */
    STATE_CONFIDENCE("stateConfidence");

    private final String word;

    Content(String word) {
        this.word = word;
    }

    /** As the table has it, and the interfaces. */
    public String word() {
        return word;
    }

    Retention retention() {
        return switch (this) {
            case PERSONAL_DATA, EVALUATION_ANSWERS -> Retention.PERSONAL;
            case DRAFT_TEXT, ISSUED, SILENCE_OBJECTION, NATIONAL_POSITION, GRAVE -> Retention.POLICY;
            case ORDINARY, STATE_CONFIDENCE -> Retention.WORKING;
        };
    }

    /** Refuses {@code required} and {@code notAnOption} at the field {@code content}. */
    static Content of(String word) {
        if (word.isBlank()) {
            throw Refused.invalid(Violation.of("content", "required"));
        }
        return Arrays.stream(values())
                .filter(content -> content.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Refused.invalid(Violation.of("content", "notAnOption", words(), Intake.shown(word))));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Content::word).toList();
    }
}
