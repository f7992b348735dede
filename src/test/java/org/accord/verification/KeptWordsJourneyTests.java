package org.accord.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.accord.testing.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
@DirtiesContext
class KeptWordsJourneyTests {

    private static final String PAGE = "/records/erasures";
    private static final String HOLDS = "/api/v1/audit/holds/";

    @LocalServerPort
    int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Time time;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Value("${accord.seals.folder}")
    private Path folder;

    private record Said(Actor by, @Nullable String caseKey, String said) implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("saying", "1");
        }

        @Override
        public String action() {
            return "words.said";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("said", said);
        }

        @Override
        public Set<String> words() {
            return Set.of("said");
        }
    }

    @BeforeEach
    void theClockStandsForTheTest() {
        jobs.stop();
    }

    private long say(@Nullable String caseKey, String said) {
        transaction.executeWithoutResult(status -> events.publishEvent(new Said(Actor.person("chair"), caseKey, said)));
        return jdbc.sql("select max(index) from accord.audit_entry where action = 'words.said'")
                .query(Long.class)
                .single();
    }

    private boolean hasWords(long entry) {
        return jdbc.sql("select exists (select 1 from accord.audit_words where entry = :entry and value is not null)")
                .param("entry", entry)
                .query(Boolean.class)
                .single();
    }

    @Test
    void nothingOfAHeldCaseIsErasedUntilTheHoldIsLifted() {
        Hearing hearing = Hearing.opened(port);
        long entry = say(hearing.key(), "what is to be kept");
        Caller officer = Caller.as(port, "records-officer");
        Map<String, Object> erasure = Map.of("entry", entry, "ground", "request", "reason", "Asked for.");
        assertThat(officer.put(HOLDS + hearing.key(), Map.of("why", "An audit."))
                        .status())
                .isEqualTo(204);

        Answer refused = officer.post("/api/v1/audit/erasures", erasure);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("recordHeld");
        assertThat(refused.body()).contains(hearing.key(), "An audit.");
        assertThat(officer.put(HOLDS + hearing.key(), Map.of("why", "Again.")).code())
                .isEqualTo("alreadyHeld");
        assertThat(officer.put(HOLDS + "NIL-1999-001", Map.of("why", "Again.")).code())
                .isEqualTo("noSuchCase");
        assertThat(officer.put(HOLDS + hearing.key(), Map.of()).violations()).containsExactly("why:required");
        assertThat(Caller.as(port, "chair")
                        .put(HOLDS + hearing.key(), Map.of("why", "Mine."))
                        .status())
                .isEqualTo(403);

        Browser page = Browser.signedIn(port, "records-officer");
        assertThat(page.get(PAGE + "?lang=en").body()).contains(hearing.key(), "An audit.");
        assertThat(page.post("/records/holds/lift", Map.of("caseKey", hearing.key(), "why", "It is over."))
                        .status())
                .isEqualTo(302);
        assertThat(officer.send("DELETE", HOLDS + hearing.key(), "{\"why\":\"Twice.\"}")
                        .code())
                .isEqualTo("notHeld");
        assertThat(officer.post(
                                "/api/v1/audit/erasures",
                                Map.of("entry", entry, "ground", "time", "reason", "Too early."))
                        .code())
                .as("the case still runs")
                .isEqualTo("wordsKeptWhileRuns");
        assertThat(hasWords(entry)).isTrue();
        assertThat(officer.post("/api/v1/audit/erasures", erasure).status()).isEqualTo(204);
        assertThat(hasWords(entry)).isFalse();
    }

    @Test
    void wordsAreErasedOnTheGroundOfTimeOnlyWhenItIsOver() throws Exception {
        Hearing hearing = Hearing.opened(port);
        long ofCase = say(hearing.key(), "in a case that runs");
        long other = say(null, "in no case");
        Browser officer = Browser.signedIn(port, "records-officer");
        assertThat(officer.get(PAGE + "?lang=en").body()).contains("There are none.");
        Answer tooEarly =
                officer.post(PAGE, Map.of("entry", Long.toString(other), "ground", "time", "reason", "Time flies."));
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.body()).contains("These words must still be kept", "value=\"Time flies.\"");

        time.moveTo(Actor.person("administrator"), time.instant().plus(Duration.ofDays(368)));
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "records-officer", "ru", 360, false)
                    .open(PAGE)
                    .looksRight("erasures");
            Visit.as(chromium, port, "records-officer", "en", 1280, true)
                    .open(PAGE)
                    .looksRight("erasures");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(officer.get(PAGE + "?lang=en").body())
                .contains("words whose time is over", "Erase these words for ever");
        assertThat(officer.post(PAGE + "/due", Map.of()).status()).isEqualTo(302);

        assertThat(hasWords(other)).isFalse();
        assertThat(hasWords(ofCase)).isTrue();
        assertThat(officer.get(PAGE + "?lang=en").body()).contains("There are none.");
        assertThat(Sealing.faults(jdbc, dataSource, folder)).isEmpty();
    }

    @Test
    void aWrongGroundOrNumberIsNamedAndNothingIsLost() {
        Browser officer = Browser.signedIn(port, "records-officer");
        assertThat(officer.get(PAGE).status()).isEqualTo(200);
        Answer noGround = officer.post(PAGE + "?lang=en", Map.of("entry", "12", "reason", "Because."));
        assertThat(noGround.status()).isEqualTo(422);
        assertThat(noGround.body()).contains("On which ground", "value=\"Because.\"", "value=\"12\"");
        assertThat(officer.post("/records/holds", Map.of("caseKey", "NIL-1", "why", "A reason."))
                        .body())
                .contains("NIL-1", "value=\"A reason.\"");
    }
}
