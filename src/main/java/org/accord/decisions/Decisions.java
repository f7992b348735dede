package org.accord.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.programme.Programme;
import org.accord.tasks.TaskView;
import org.accord.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decisions: silence procedures, ballots, clearances. Whoever may speak in one speaks here or in their task, which is the
 * same: both pass the same rules under the same lock, at the moment that the clock of the database shows then.
 */
@Component
public class Decisions {

    private static final int LONGEST = 8000;
    private static final Pattern WITH_ROUND = Pattern.compile(".+\\.[A-Za-z][A-Za-z0-9]*\\.[0-9]{1,6}");
    private static final Pattern WITHOUT_ROUND = Pattern.compile("(.+)\\.([A-Za-z][A-Za-z0-9]*)");

    private final DecisionStore store;
    private final DecisionViews views;
    private final Speakers speakers;
    private final Hearing hearing;
    private final Tasks tasks;
    private final Cases cases;
    private final Programme programme;

    Decisions(
            DecisionStore store,
            DecisionViews views,
            Speakers speakers,
            Hearing hearing,
            Tasks tasks,
            Cases cases,
            Programme programme) {
        this.store = store;
        this.views = views;
        this.speakers = speakers;
        this.hearing = hearing;
        this.tasks = tasks;
        this.cases = cases;
        this.programme = programme;
    }

    /** A decision of a case that the reader may see; {@code noSuchDecision} otherwise. Without a round the newest is meant. */
    public Decision find(Actor reader, String id) {
        return find(reader, id, null);
    }

    /** The same, for somebody who speaks for several: as they see it who are about to speak for this State, or this post. */
    public Decision find(Actor reader, String id, @Nullable String asked) {
        DecisionRow row = visible(reader, id);
        LocalText title = cases.find(reader, row.caseKey()).title();
        return views.view(reader, row, title, asked);
    }

    /** The decisions of a case, in the order in which they were opened. */
    public List<Decision> ofCase(Actor reader, String caseKey) {
        LocalText title = cases.find(reader, caseKey).title();
        return store.ofCase(caseKey).stream()
                .map(row -> views.view(reader, row, title, null))
                .toList();
    }

    /**
     * When a decision ends.
     *
     * @param kind {@code clearance}, {@code silence} or {@code ballot}
     */
    public record Ending(String id, String caseKey, LocalText question, String kind, Instant at) {}

    /**
     * The ends of decisions of cases that the reader may see, from one moment on and before another, in their order; not of
     * decisions that were over before their time.
     */
    public List<Ending> endingBetween(Actor reader, Instant from, Instant before) {
        return store.endingBetween(from, before).stream()
                .filter(row -> cases.isVisible(reader, row.caseKey()))
                .map(row -> new Ending(
                        row.id(),
                        row.caseKey(),
                        row.question(),
                        DecisionViews.word(row.kind()),
                        Objects.requireNonNull(row.deadline())))
                .toList();
    }

    private DecisionRow visible(Actor reader, String id) {
        var named = WITHOUT_ROUND.matcher(id);
        Optional<DecisionRow> found = WITH_ROUND.matcher(id).matches()
                ? store.find(id)
                : named.matches() ? store.newest(named.group(1), named.group(2)) : Optional.empty();
        return found.filter(row -> cases.isVisible(reader, row.caseKey()))
                .orElseThrow(() -> Refused.notFound("noSuchDecision", id));
    }

    /**
     * States a position, or asks for something beside one. Refuses a word that is no position ({@code notAnOption}), missing or
     * too long words ({@code required}, {@code maxLength}; an objection is due in every language of the programme), speaking
     * without a voice, for another State, or for none of several ({@code noVoice}, {@code speaksForAnotherState},
     * {@code oneOfSeveral}), twice ({@code alreadySpoken}), as
     * an observer or a State that has left ({@code doesNotDecide}), and too late ({@code silenceOver}, {@code ballotClosed});
     * what came from an observer or too late is kept all the same, without influence.
     */
    public Decision state(Actor actor, String id, Statement statement) {
        DecisionRow row = visible(actor, id);
        Position position = hearing.recorded(actor, row, () -> position(statement));
        Map<String, String> words = hearing.recorded(actor, row, () -> words(row, statement, position));
        Speaker speaker = hearing.recorded(actor, row, () -> speakers.require(actor, row, statement.state()));
        Optional<TaskView> task =
                position.isPosition() || position == Position.RECUSE ? views.task(speaker, row) : Optional.empty();
        if (task.isPresent() && !row.isSecret()) {
            complete(actor, task.get(), answers(position, words));
        } else {
            hearing.hear(
                    speaker,
                    row,
                    position,
                    words,
                    () -> task.ifPresent(own -> tasks.completeUnseen(actor, own.id(), own.version())));
        }
        return find(actor, row.id(), speaker.sender());
    }

    private void complete(Actor actor, TaskView task, Map<String, Object> answers) {
        tasks.complete(actor, task.id(), task.version(), answers, null);
    }

    /** Checks what somebody is about to say, without saying it; the violations are those of {@link #state}. */
    public Statement check(Actor actor, String id, Statement statement) {
        DecisionRow row = visible(actor, id);
        Position position = position(statement);
        return new Statement(position.word(), words(row, statement, position), statement.state());
    }

    /**
     * Takes back a position while the decision runs; refuses {@code silenceOver}, {@code ballotClosed}, {@code nothingToWithdraw},
     * and {@code voteIsFinal} where its rule does not allow it.
     */
    public Decision withdraw(Actor actor, String id, @Nullable String state) {
        DecisionRow row = visible(actor, id);
        Speaker speaker = hearing.recorded(actor, row, () -> speakers.require(actor, row, state));
        hearing.withdraw(speaker, row);
        return find(actor, row.id(), speaker.sender());
    }

    private static Position position(Statement statement) {
        String word = statement.position() == null ? "" : statement.position();
        if (word.isBlank()) {
            throw Refused.invalid(Violation.of("position", "required"));
        }
        return Position.find(word).orElseThrow(() -> Refused.invalid(Violation.of("position", "notAnOption", word)));
    }

    private Map<String, String> words(DecisionRow row, Statement statement, Position position) {
        boolean due = position.needsWordsIn(row.isSecret());
        Map<String, String> given = statement.words() == null ? Map.of() : statement.words();
        List<Violation> violations = new ArrayList<>();
        given.keySet().stream()
                .filter(language -> !programme.languages().contains(language))
                .forEach(language -> violations.add(Violation.of("text." + language, "unknownField", language)));
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : programme.languages()) {
            String text = given.get(language) == null ? "" : given.get(language).strip();
            if (text.isEmpty() && due) {
                violations.add(Violation.of("text." + language, "required"));
            } else if (text.length() > LONGEST) {
                violations.add(Violation.of("text." + language, "maxLength", LONGEST, "", text.length()));
            } else if (!text.isEmpty()) {
                words.put(language, text);
            }
        }
        if (!words.isEmpty() && !due) {
            words.keySet().forEach(language -> violations.add(Violation.of("text." + language, "wordsWithoutUse")));
        }
        if (!violations.isEmpty()) {
            throw Refused.invalid("invalid", violations);
        }
        return words;
    }

    /** As the form of the task has them: {@code position}, {@code textEn}, {@code textRu}. */
    private static Map<String, Object> answers(Position position, Map<String, String> words) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("position", position.word());
        words.forEach((language, text) -> answers.put(field(language), text));
        return answers;
    }

    static String field(String language) {
        return LocalText.field("text", language);
    }
}
