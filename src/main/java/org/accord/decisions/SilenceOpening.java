package org.accord.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.decisions.DecisionEvent.Place;
import org.accord.process.Participants;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.accord.texts.TextVersion;
import org.accord.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a silence procedure begins: when the table D2 lets it, on a text that is released in both languages and then locked. */
@Component
class SilenceOpening {

    private final DecisionStore store;
    private final Register register;
    private final Processes processes;
    private final Participants participants;
    private final Programme programme;
    private final Texts texts;

    SilenceOpening(
            DecisionStore store,
            Register register,
            Processes processes,
            Participants participants,
            Programme programme,
            Texts texts) {
        this.store = store;
        this.register = register;
        this.processes = processes;
        this.participants = participants;
        this.programme = programme;
        this.texts = texts;
    }

    /**
     * A silence that the Chair proposes.
     *
     * @param released whether both texts are final, so that they can be released if they are not yet
     * @param accepted whether nobody objected to using the procedure
     */
    record Proposal(
            Actor actor,
            String caseKey,
            String topic,
            String role,
            LocalText question,
            String instanceId,
            String waitsAt,
            String documentType,
            boolean urgent,
            boolean released,
            boolean accepted) {}

    /** Starts it as D2 allows, with the text locked; answers why it may not start, or nothing if it has. */
    Optional<String> open(Proposal proposal) {
        releaseIfFinal(proposal);
        Optional<TextVersion> text = texts.newest(proposal.caseKey());
        boolean released = text.filter(version -> version.status() == TextVersion.Status.RELEASED
                        || version.status() == TextVersion.Status.LOCKED)
                .isPresent();
        int round = store.nextRound(proposal.caseKey(), proposal.topic());
        Map<String, Object> period = period(proposal, released, round);
        List<String> states = participants.participating(proposal.caseKey());
        if (!proposal.accepted()) {
            return Optional.of("procedureRefused");
        }
        if (text.isEmpty() || !released) {
            return Optional.of("textNotReleased");
        }
        if (isDecidedElsewhere(text.get())) {
            return Optional.of("textLocked");
        }
        if (!Boolean.TRUE.equals(period.get("mayStart"))) {
            return Optional.of("noPeriod");
        }
        if (states.isEmpty()) {
            return Optional.of("emptyElectorate");
        }
        begin(proposal, round, period, states, text.get());
        return Optional.empty();
    }

    private boolean isDecidedElsewhere(TextVersion text) {
        String decision = text.lockedBy();
        return decision != null
                && store.find(decision).filter(DecisionRow::isOpen).isPresent();
    }

    private void releaseIfFinal(Proposal proposal) {
        boolean draft = texts.newest(proposal.caseKey())
                .filter(text -> text.status() == TextVersion.Status.DRAFT)
                .filter(text -> text.bodies().keySet().containsAll(programme.languages()))
                .isPresent();
        if (draft && proposal.released()) {
            texts.release(proposal.actor(), proposal.caseKey());
        }
    }

    private Map<String, Object> period(Proposal proposal, boolean released, int round) {
        return processes.evaluate(
                "silencePeriod",
                Map.<String, Object>of(
                        "documentType",
                        proposal.documentType(),
                        "bothLanguagesReleased",
                        released,
                        "round",
                        round,
                        "urgencyAgreed",
                        proposal.urgent()));
    }

    private void begin(
            Proposal proposal, int round, Map<String, Object> period, List<String> states, TextVersion text) {
        Instant now = store.now();
        String id = DecisionRow.id(proposal.caseKey(), proposal.topic(), round);
        if (text.status() == TextVersion.Status.RELEASED) {
            texts.lock(proposal.actor(), proposal.caseKey(), id);
        }
        Terms terms = Terms.silence(
                proposal.documentType(),
                number(period, "workingDays"),
                number(period, "hours"),
                number(period, "extensionDays"));
        Instant deadline = terms.hours() > 0
                ? programme.expiryAfterHours(now, terms.hours(), states)
                : programme.expiry(now, terms.workingDays(), states);
        DecisionRow opened = opening(proposal, round, terms)
                .at(now)
                .endingAt(deadline, reminder(now, period))
                .about(text)
                .awaitedBy(proposal.instanceId(), proposal.waitsAt());
        store.insert(opened, Electorate.ofStates(states, participants.invited(proposal.caseKey())));
        register.tell(new DecisionEvent.Opened(
                proposal.actor(), Place.of(opened), opened.kind().name(), deadline, states, text.digest()));
    }

    private static DecisionRow.Opening opening(Proposal proposal, int round, Terms terms) {
        return new DecisionRow.Opening(
                proposal.caseKey(),
                proposal.topic(),
                round,
                DecisionRow.Kind.SILENCE,
                proposal.question(),
                proposal.role(),
                terms);
    }

    private @Nullable Instant reminder(Instant opened, Map<String, Object> period) {
        int hours = number(period, "reminderHours");
        int day = number(period, "reminderDay");
        if (hours > 0) {
            return opened.plus(Duration.ofHours(hours));
        }
        return day > 0 ? programme.workingDayAt(opened, day) : null;
    }

    private static int number(Map<String, Object> outputs, String name) {
        return outputs.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
