package org.accord.process;

import static org.accord.process.ShippedDecision.facts;
import static org.accord.process.ShippedDecision.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class DecisionPropertyTests {

    private static final ShippedDecision ANSWER = ShippedDecision.of("silenceEvent");
    private static final ShippedDecision CLEARANCE = ShippedDecision.of("nationalClearance");
    private static final ShippedDecision ADOPTION = ShippedDecision.of("adoption");

    @Property
    void anAnswerHasOneEffect(@ForAll("answers") Map<String, Object> facts) {
        assertThat(ANSWER.ask(facts).only("effect")).isInstanceOf(String.class);
    }

    @Property
    void aLateAnswerChangesNothing(@ForAll("answers") Map<String, Object> facts) {
        Map<String, Object> late = with(facts, "beforeExpiry", false);

        assertThat(ANSWER.ask(late).only("breaksSilence")).isEqualTo(false);
        assertThat(ANSWER.ask(late).only("effect")).isEqualTo(late.get("position") == null ? "ADOPTED" : "LATE");
    }

    @Property
    void whoDoesNotTakePartNeverBreaksTheSilence(
            @ForAll("answers") Map<String, Object> facts, @ForAll("strangers") String sender) {
        assertThat(ANSWER.ask(with(facts, "senderStatus", sender)).only("breaksSilence"))
                .isEqualTo(false);
    }

    @Property
    void anObjectionInTimeAlwaysBreaksTheSilence(@ForAll("answers") Map<String, Object> facts) {
        Map<String, Object> objection =
                with(with(with(facts, "senderStatus", "participating"), "position", "object"), "beforeExpiry", true);

        assertThat(ANSWER.ask(objection).only("breaksSilence")).isEqualTo(true);
    }

    @Property
    void aStateHasOnePosition(@ForAll("positions") Map<String, Object> facts) {
        assertThat(CLEARANCE.ask(facts).only("position")).isInstanceOf(String.class);
    }

    @Property
    void aMinistryThatDoesNotAnswerNeverConsents(
            @ForAll("positions") Map<String, Object> facts, @ForAll("noAnswers") String ministry) {
        assertThat(CLEARANCE
                        .ask(with(facts, "mfa", ministry.isEmpty() ? null : ministry))
                        .only("position"))
                .isEqualTo("NO_REPLY");
    }

    @Property
    void anAgencyThatObjectsIsNeverPassedOver(@ForAll("positions") Map<String, Object> facts) {
        assertThat(CLEARANCE.ask(with(facts, "agencies", "objection")).only("position"))
                .isNotIn("ENDORSED", "ENDORSED_WITH_STATEMENT");
    }

    @Property
    void aMeetingHasOneOutcome(@ForAll("meetings") Map<String, Object> facts) {
        assertThat(ADOPTION.ask(facts).only("adoptionResult")).isInstanceOf(String.class);
    }

    @Property
    void anObjectionMoreNeverAdopts(@ForAll("meetings") Map<String, Object> facts) {
        Integer objections = (Integer) facts.get("objections");
        Map<String, Object> more = with(facts, "objections", objections == null ? 1 : objections + 1);

        if (!isAdopted(facts) && (objections == null || objections >= 0)) {
            assertThat(isAdopted(more)).isFalse();
        }
    }

    @Property
    void fewerThanThreeNeverAdoptOnceAStateHasLeft(@ForAll("meetings") Map<String, Object> facts) {
        Integer remaining = (Integer) facts.get("participatingCount");

        if (left(facts) > 0 && (remaining == null || remaining < 3)) {
            assertThat(isAdopted(facts)).isFalse();
        }
    }

    @Property
    void nothingIsAdoptedWhereAStateIsMissing(
            @ForAll("meetings") Map<String, Object> facts, @ForAll("noAnswers") String attendance) {
        assertThat(ADOPTION.ask(with(facts, "attendance", attendance)).only("adoptionResult"))
                .isEqualTo("POSTPONED");
    }

    @Provide
    Arbitrary<Map<String, Object>> answers() {
        return Combinators.combine(
                        words("participating", "observer", "donor", "deferred"),
                        words(SilenceEventTableTests.ANSWERS.stream()
                                .filter(answer -> answer != null)
                                .toArray(String[]::new)),
                        Arbitraries.of(true, false).injectNull(0.1),
                        counts(2))
                .as((sender, answer, before, asked) -> facts(
                        "senderStatus", sender, "position", answer, "beforeExpiry", before, "extensionsAsked", asked));
    }

    @Provide
    Arbitrary<Map<String, Object>> positions() {
        return Combinators.combine(
                        words("yes", "yesWithStatement", "no", "observer", "deferred"),
                        words("allAgree", "objection", "overruled"),
                        words("notRequired", "minister", "pending"))
                .as((ministry, agencies, level) ->
                        facts("mfa", ministry, "agencies", agencies, "approvalLevel", level));
    }

    @Provide
    Arbitrary<Map<String, Object>> meetings() {
        return Combinators.combine(
                        words("yes", "yes", "yes", "no"), counts(2), counts(2), counts(1), counts(4), counts(1))
                .as((attendance, objections, observers, deferred, remaining, statements) -> facts(
                        "attendance", attendance,
                        "objections", objections,
                        "observers", observers,
                        "deferred", deferred,
                        "participatingCount", remaining,
                        "statements", statements));
    }

    @Provide
    Arbitrary<String> strangers() {
        return Arbitraries.frequencyOf(
                        Tuple.of(10, Arbitraries.of("observer", "observerState", "donor", "Participating", "")),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(12)))
                .filter(sender -> !sender.equals("participating"));
    }

    @Provide
    Arbitrary<String> noAnswers() {
        Set<String> answers = Set.of("yes", "yesWithStatement", "no", "observer", "deferred");
        return Arbitraries.frequencyOf(
                        Tuple.of(10, Arbitraries.of("", "YES", "Yes", "yes ", "null", "true", "ENDORSED", "silence")),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(12)))
                .filter(answer -> !answers.contains(answer));
    }

    /** Mostly the words that the table knows, at times anything else or nothing. */
    private static Arbitrary<String> words(String... known) {
        return Arbitraries.frequencyOf(
                        Tuple.of(30, Arbitraries.of(List.of(known))),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(12)))
                .injectNull(0.1)
                .withoutEdgeCases();
    }

    /** Mostly the counts that make a difference, at times any number or nothing. */
    private static Arbitrary<Integer> counts(int most) {
        return Arbitraries.frequencyOf(
                        Tuple.of(30, Arbitraries.integers().between(0, most)),
                        Tuple.of(1, Arbitraries.integers().lessOrEqual(Integer.MAX_VALUE - 1)))
                .injectNull(0.05)
                .withoutEdgeCases();
    }

    private static boolean isAdopted(Map<String, Object> facts) {
        return ((String) ADOPTION.ask(facts).only("adoptionResult")).startsWith("ADOPTED");
    }

    private static long left(Map<String, Object> facts) {
        Integer observers = (Integer) facts.get("observers");
        Integer deferred = (Integer) facts.get("deferred");
        return observers == null || deferred == null ? 0 : (long) observers + deferred;
    }
}
