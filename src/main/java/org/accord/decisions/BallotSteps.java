package org.accord.decisions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.core.LocalText;
import org.accord.core.Scope;
import org.accord.decisions.BallotRule.Majority;
import org.accord.process.Participants;
import org.accord.process.ProcessStep;
import org.accord.process.StepContext;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.accord.programme.Role;
import org.accord.tasks.CaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps by which a model holds a ballot. A property whose value begins with {@code =} names the fact that holds the
 * value, so that a form may choose it.
 */
@Configuration
class BallotSteps {

    private static final String NOT_POSSIBLE = "BALLOT_NOT_POSSIBLE";

    private final Programme programme;
    private final Participants participants;
    private final DecisionStore store;

    BallotSteps(Programme programme, Participants participants, DecisionStore store) {
        this.programme = programme;
        this.participants = participants;
        this.store = store;
    }

    /**
     * {@code openBallot}: opens a ballot on {@code topic}.
     *
     * <ul>
     *   <li>{@code role}: whose word counts. Holders of a role that belongs to a State vote for the States that take part now;
     *       holders of any other role vote each for itself
     *   <li>{@code rule}: {@code consensus}, {@code simple}, or a part such as {@code 2/3}; {@code quorum}: a number, a part, or
     *       {@code all}; none if absent
     *   <li>{@code vetoes}: those whose vote against rejects; {@code secret}: {@code true} or {@code false}
     *   <li>{@code closes}: the rule of the deadline table by which it ends; {@code waitsAt}: the timer at which the model waits
     *   <li>{@code question}: facts with the question, one for each language; the title of the case if absent
     * </ul>
     *
     * Raises {@code BALLOT_NOT_POSSIBLE} for an empty electorate, a quorum above it, and a veto in a secret ballot.
     */
    @Bean
    ProcessStep openBallot(Ballots ballots, CaseDirectory cases) {
        return new NamedStep("openBallot", context -> {
            Optional<String> whyNot = ballots.open(question(context, Titles.of(cases, context.caseKey())));
            context.setFact("whyNot", whyNot.orElse(""));
            if (whyNot.isPresent()) {
                throw context.businessError(NOT_POSSIBLE);
            }
        });
    }

    private Ballots.Question question(StepContext context, LocalText title) {
        String role = given(context, "role").orElse("");
        boolean posts = programme.role(role).map(Role::scope).orElse(null) != Role.ScopeKind.STATE;
        return new Ballots.Question(
                context.actor(),
                context.caseKey(),
                context.property("topic"),
                role,
                words(context).orElse(title),
                rule(context),
                posts ? holders(role) : states(context.caseKey()),
                posts,
                deadline(context),
                context.instanceId(),
                context.optionalProperty("waitsAt").orElse(null));
    }

    private static BallotRule rule(StepContext context) {
        String rule = given(context, "rule").orElse("consensus");
        Majority majority =
                switch (rule) {
                    case "consensus" -> Majority.CONSENSUS;
                    case "simple" -> Majority.SIMPLE;
                    default -> Majority.QUALIFIED;
                };
        return new BallotRule(
                majority,
                majority == Majority.QUALIFIED ? share(context, "rule", rule) : Share.NONE,
                given(context, "quorum")
                        .map(text -> share(context, "quorum", text))
                        .orElse(Share.NONE),
                Set.of(
                        given(context, "vetoes").orElse("").isEmpty()
                                ? new String[0]
                                : given(context, "vetoes").orElse("").split(" *, *")),
                given(context, "secret").map(Boolean::parseBoolean).orElse(false));
    }

    private static Share share(StepContext context, String property, String text) {
        return Share.find(text)
                .orElseThrow(() -> new IllegalStateException(
                        "%s of %s is no number, part or \"all\": %s".formatted(property, context.elementId(), text)));
    }

    private Electorate states(String caseKey) {
        return Electorate.ofStates(participants.participating(caseKey), participants.invited(caseKey));
    }

    private Electorate holders(String role) {
        List<String> posts = programme.holders(role, Scope.PROGRAMME, store.now()).stream()
                .map(Post::userName)
                .toList();
        return Electorate.of(posts, "holdsTheRole");
    }

    private @Nullable Instant deadline(StepContext context) {
        return given(context, "closes")
                .map(rule -> programme.due(rule, null, store.now()))
                .orElse(null);
    }

    private Optional<LocalText> words(StepContext context) {
        Map<String, String> words = new LinkedHashMap<>();
        String[] facts = context.optionalProperty("question").orElse("").split(" *, *");
        for (int i = 0; i < Math.min(facts.length, programme.languages().size()); i++) {
            String language = programme.languages().get(i);
            context.fact(facts[i]).filter(text -> !text.isBlank()).ifPresent(text -> words.put(language, text));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new LocalText(words));
    }

    private static Optional<String> given(StepContext context, String property) {
        return context.optionalProperty(property)
                .flatMap(value -> value.startsWith("=") ? context.fact(value.substring(1)) : Optional.of(value))
                .filter(value -> !value.isBlank());
    }

    /**
     * {@code closeBallot}: closes the ballot on {@code topic} if it is over or settled, or at once if {@code now} is
     * {@code true}. Sets {@code decisionOver}; when it is over also {@code decisionOutcome} ({@code ADOPTED}, {@code REJECTED},
     * {@code NO_QUORUM}) and the numbers {@code participatingCount}, {@code positionsCount}, {@code objections},
     * {@code statements}, {@code noReplies}, {@code observers}, {@code deferred}.
     */
    @Bean
    ProcessStep closeBallot(Ballots ballots) {
        return new NamedStep("closeBallot", context -> {
            boolean now =
                    context.optionalProperty("now").map(Boolean::parseBoolean).orElse(false);
            Optional<Count> count = ballots.judge(context.actor(), context.caseKey(), context.property("topic"), now);
            context.setFact("decisionOver", count.isPresent());
            count.ifPresent(reached -> setFacts(context, reached));
        });
    }

    private void setFacts(StepContext context, Count count) {
        context.setFact("decisionOutcome", count.outcome().name());
        context.setFact("participatingCount", (long) count.entitled());
        context.setFact("positionsCount", (long) count.voted());
        context.setFact("objections", (long) count.no());
        context.setFact("statements", (long) count.statements());
        context.setFact("noReplies", (long) count.entitled() - count.voted());
        ClearanceSteps.setStandings(context, participants);
    }
}
