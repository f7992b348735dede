package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 64 clients at one decision, as long as {@code accord.test.rounds} says: whatever their order, there is one outcome, and the
 * record explains it. Every tenth round spreads them over the second before and the second after the deadline; in the others
 * they come at once, with the deadline among them.
 */
@AccordTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneDecisionManyClientsTests {

    private static final int CLIENTS = 64;
    private static final int ROUNDS = Integer.getInteger("accord.test.rounds", 10);
    private static final int WIDE = 10;
    private static final List<String> STATES = List.of("KZ", "KG", "TJ", "TM");
    private static final String OBSERVER = "UZ";
    private static final Actor CLOCK = Actor.system("test");
    private static final List<String> WORDS = List.of(
            "support",
            "support",
            "support",
            "support",
            "support",
            "abstain",
            "abstain",
            "statement",
            "object",
            "amend");

    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);

    @LocalServerPort
    int port;

    @Autowired
    DecisionStore store;

    @Autowired
    StatementStore statements;

    @Autowired
    Silences silences;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    @Autowired
    ApplicationContext accord;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    void dismiss() {
        Chamber.setTheEnginesClockBack();
        clients.shutdownNow();
    }

    @BeforeEach
    void begin() {
        jobs.stop();
        Chamber.takeTheEnginesClock(accord);
        STATES.forEach(state -> Caller.as(port, user(state)));
        Caller.as(port, user(OBSERVER));
    }

    @Test
    void aSilenceHasOneOutcomeWhichTheRecordExplains() throws Exception {
        Hearing ballot = ballot();
        Random chance = new Random(20111130);
        for (int round = 1; round <= ROUNDS; round++) {
            boolean wide = round % WIDE == 0;
            DecisionRow row = silence(ballot.key(), round, Duration.ofMillis(wide ? 1000 : 20 + chance.nextInt(150)));
            List<Callable<Integer>> works = new ArrayList<>();
            for (int client = 1; client < CLIENTS; client++) {
                works.add(speaker(row, sender(client), WORDS.get(chance.nextInt(WORDS.size()))));
            }
            works.add(() -> judge(row));
            List<Integer> answers = atOnce(works, chance, wide ? 2000 : 1);
            judgeOnceItIsOver(row);

            assertThat(answers).as("answers in round %s", round).allMatch(status -> status < 500);
            explained(store.find(row.id()).orElseThrow(), answers);
        }
    }

    @Test
    void aBallotThatTheEngineWaitsForHasOneOutcome() throws Exception {
        Random chance = new Random(20150612);
        for (int round = 1; round <= Math.max(1, ROUNDS / WIDE); round++) {
            Hearing ballot = ballot();
            String id = ballot.key() + ".question";
            List<Callable<Integer>> works = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String state = sender(client);
                String word = chance.nextInt(4) == 0 ? "object" : "support";
                works.add(() -> said(id, state, word).status());
            }
            List<Integer> answers = atOnce(works, chance, 1);
            jobs.runDue();

            DecisionRow row = store.newest(ballot.key(), "question").orElseThrow();
            assertThat(answers).as("answers in round %s", round).allMatch(status -> status < 500);
            assertThat(row.outcome()).isNotNull();
            onePositionEach(row);
            assertThat(entries(row, "decision.closed")).hasSize(1);
            assertThat(ballot.tasks("chair")).isEmpty();
        }
    }

    private void explained(DecisionRow row, List<Integer> answers) {
        Instant deadline = row.deadline();
        List<Said> counted = onePositionEach(row);
        List<Said> breaking = counted.stream()
                .filter(said -> said.position() == Position.OBJECT || said.position() == Position.AMEND)
                .toList();

        assertThat(row.outcome()).isEqualTo(breaking.isEmpty() ? "ADOPTED" : "BROKEN");
        assertThat(breaking).hasSizeLessThanOrEqualTo(1);
        assertThat(counted).allMatch(said -> said.at().isBefore(deadline) && STATES.contains(said.sender()));
        if (!breaking.isEmpty()) {
            assertThat(row.closed()).isEqualTo(breaking.get(0).at());
            assertThat(counted).last().isEqualTo(breaking.get(0));
        } else {
            assertThat(row.closed()).isAfterOrEqualTo(deadline);
        }
        List<Long> closed = entries(row, "decision.closed");
        List<Long> noted = entries(row, "decision.positionNoted");
        assertThat(closed).hasSize(1);
        assertThat(noted)
                .hasSize((int) answers.stream().filter(status -> status == 200).count());
        assertThat(noted).allMatch(entry -> entry < closed.get(0));
    }

    private List<Said> onePositionEach(DecisionRow row) {
        List<Said> counted =
                statements.all(row.id()).stream().filter(Said::stands).toList();
        assertThat(counted).extracting(Said::sender).doesNotHaveDuplicates();
        return counted;
    }

    private List<Long> entries(DecisionRow row, String action) {
        return jdbc.sql(
                        "select index from accord.audit_entry where action = :action and subject_id = :id order by index")
                .param("action", action)
                .param("id", row.id())
                .query(Long.class)
                .list();
    }

    private Callable<Integer> speaker(DecisionRow row, String state, String word) {
        return () -> said(row.id(), state, word).status();
    }

    private Answer said(String id, String state, String word) {
        Map<String, Object> words = List.of("statement", "object", "amend").contains(word)
                ? Map.of("position", word, "text", Map.of("en", "As instructed.", "ru", "По поручению."))
                : Map.of("position", word);
        return Caller.as(port, user(state)).post("/api/v1/decisions/" + id + "/positions", words);
    }

    /** What the timer of the engine does when it strikes, here also before its time. */
    private int judge(DecisionRow row) {
        transaction.executeWithoutResult(status -> silences.judge(CLOCK, row.caseKey(), row.topic()));
        return 204;
    }

    private void judgeOnceItIsOver(DecisionRow row) throws Exception {
        long left = Duration.between(store.now(), row.deadline()).toMillis() + 1;
        clients.schedule(() -> judge(row), Math.max(0, left), TimeUnit.MILLISECONDS)
                .get();
    }

    private List<Integer> atOnce(List<Callable<Integer>> works, Random chance, int millis) throws Exception {
        List<Future<Integer>> running = new ArrayList<>();
        for (Callable<Integer> work : works) {
            running.add(clients.schedule(work, chance.nextInt(millis), TimeUnit.MILLISECONDS));
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> one : running) {
            answers.add(one.get());
        }
        return answers;
    }

    private DecisionRow silence(String caseKey, int round, Duration length) {
        Instant now = store.now();
        DecisionRow row = new DecisionRow.Opening(
                        caseKey,
                        "silence",
                        round,
                        DecisionRow.Kind.SILENCE,
                        new LocalText(Map.of("en", "Shall it be adopted?", "ru", "Принять?")),
                        "NFP",
                        Terms.silence("report", 10, 0, 0))
                .at(now)
                .endingAt(now.plus(length), null);
        List<Electorate.Member> members =
                new ArrayList<>(Electorate.of(STATES, "participates").members());
        members.add(new Electorate.Member(OBSERVER, Electorate.Standing.OBSERVER, "observes"));
        transaction.executeWithoutResult(status -> store.insert(row, new Electorate(members)));
        return row;
    }

    /** A ballot of the five States that runs in the engine. */
    private Hearing ballot() {
        Answer opened = Caller.as(port, "chair").post("/api/v1/cases", Map.of("process", "ballot"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        Hearing ballot = new Hearing(port, opened.json().path("key").asText());
        jobs.runDue();
        ballot.done("chair", "putQuestion", Chamber.QUESTION);
        jobs.runDue();
        return ballot;
    }

    private static String sender(int client) {
        return client % (STATES.size() + 1) == STATES.size() ? OBSERVER : STATES.get(client % (STATES.size() + 1));
    }

    private static String user(String state) {
        return "focal-point." + state.toLowerCase(Locale.ROOT);
    }
}
