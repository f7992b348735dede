package org.accord.decisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.accord.audit.AuditLog;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Subject;
import org.accord.decisions.DecisionRow.Kind;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows decisions to readers, each as much as they may know. */
@Component
class DecisionViews {

    private final DecisionStore store;
    private final StatementStore statements;
    private final Speakers speakers;
    private final Inbox inbox;
    private final AuditLog log;

    DecisionViews(DecisionStore store, StatementStore statements, Speakers speakers, Inbox inbox, AuditLog log) {
        this.store = store;
        this.statements = statements;
        this.speakers = speakers;
        this.inbox = inbox;
        this.log = log;
    }

    /** @param asked for whom the reader is about to speak, of those for whom they can */
    Decision view(Actor reader, DecisionRow row, LocalText caseTitle, @Nullable String asked) {
        Electorate electorate = store.electorate(row.id());
        Disclosure disclosure = speakers.disclosure(reader, row);
        List<Decision.Word> said = new ArrayList<>();
        for (Said one : statements.all(row.id())) {
            if (disclosure.shows(row, electorate, one)) {
                said.add(word(one));
            }
        }
        BallotRule rule = row.terms().ballot();
        return new Decision(
                row.id(),
                row.caseKey(),
                caseTitle,
                row.topic(),
                row.round(),
                word(row.kind()),
                row.question(),
                row.outcome(),
                row.opened(),
                row.deadline(),
                row.closed(),
                rule(row, rule),
                row.kind() == Kind.BALLOT ? rule.quorum().toString() : "",
                row.isSecret(),
                row.terms().extensionDays() > 0,
                !row.isSecret() && disclosure.showsAll(row, electorate),
                row.textVersion(),
                row.textDigest(),
                seats(row, electorate, said),
                said,
                disclosure.showsCount(row) ? row.result() : null,
                voices(reader, row, electorate, asked));
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String rule(DecisionRow row, BallotRule rule) {
        if (row.kind() != Kind.BALLOT) {
            return word(row.kind());
        }
        return rule.majority() == BallotRule.Majority.QUALIFIED
                ? rule.threshold().toString()
                : rule.majority().name().toLowerCase(Locale.ROOT);
    }

    private List<Decision.Seat> seats(DecisionRow row, Electorate electorate, List<Decision.Word> said) {
        Map<String, Decision.Word> standing = said.stream()
                .filter(Decision.Word::stands)
                .collect(Collectors.toMap(word -> "" + word.sender(), word -> word, (one, later) -> later));
        List<String> voted = row.isSecret() ? store.voted(row.id()) : List.of();
        return electorate.members().stream()
                .map(member -> new Decision.Seat(
                        member.voter(),
                        member.standing(),
                        member.reason(),
                        !row.terms().posts(),
                        standing.get(member.voter()),
                        voted.contains(member.voter())))
                .toList();
    }

    static Decision.Word word(Said said) {
        return new Decision.Word(
                said.sender(),
                said.position(),
                said.effect(),
                said.words(),
                said.at(),
                said.actor(),
                said.onBehalfOf(),
                said.stands());
    }

    private List<Decision.Voice> voices(Actor reader, DecisionRow row, Electorate electorate, @Nullable String asked) {
        return speakers.voices(reader, row).stream()
                .map(speaker -> voice(speaker, row, electorate))
                .sorted(Comparator.comparing(
                                (Decision.Voice voice) -> !voice.sender().equals(asked))
                        .thenComparing(voice -> !voice.mayState()))
                .toList();
    }

    private Decision.Voice voice(Speaker speaker, DecisionRow row, Electorate electorate) {
        Decision.Word own = statements.all(row.id()).stream()
                .filter(said -> speaker.sender().equals(said.sender()) && said.stands())
                .findFirst()
                .map(DecisionViews::word)
                .orElse(null);
        boolean voted = own != null || store.voted(row.id()).contains(speaker.sender());
        boolean running = row.isOpen()
                && (row.deadline() == null || store.now().isBefore(row.deadline()))
                && electorate.isEntitled(speaker.sender());
        return new Decision.Voice(
                speaker.sender(),
                speaker.capacity().onBehalfOf(),
                task(speaker, row).map(TaskView::id).orElse(null),
                own,
                log.newestOf(speaker.actor(), speaker.capacity(), new Subject("decision", row.id()))
                        .orElse(null),
                running && !voted,
                running
                        && own != null
                        && (row.kind() == Kind.SILENCE
                                || row.kind() == Kind.BALLOT
                                        && row.terms().ballot().mayWithdraw()));
    }

    /** The open task in which the speaker is asked for their position. */
    Optional<TaskView> task(Speaker speaker, DecisionRow row) {
        return inbox.ofCase(speaker.actor(), row.caseKey()).stream()
                .filter(task -> task.isOpen() && row.topic().equals(task.ballot()))
                .filter(task -> task.reason() != TaskView.Reason.READER)
                .filter(task -> speaker.sender()
                        .equals(
                                row.terms().posts()
                                        ? task.assignee()
                                        : task.scope().state()))
                .findFirst();
    }
}
