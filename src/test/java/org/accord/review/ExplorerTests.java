package org.accord.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Subject;
import org.accord.programme.Programme;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerTests {

    private static final Pattern ENTRY = Pattern.compile("href=\"/audit/entries/[0-9]+\"");

    @LocalServerPort
    int port;

    @Autowired
    private Programme programme;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private Hearing hearing;

    @BeforeAll
    void handInAPaper() {
        hearing = Hearing.withPaper(port);
        transaction.executeWithoutResult(status ->
                events.publishEvent(new Said(Actor.person("chair"), "«Вопрос» Пленума (срочно)\nвторой раз")));
    }

    private String page(String query) {
        Answer answer = Browser.signedIn(port, "auditor").get("/audit?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static long entries(String page) {
        return ENTRY.matcher(page).results().count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline", "compact", "table"})
    void eachViewShowsTheSameEntries(String view) {
        String page = page("view=" + view + "&action=task.completed&case=" + hearing.key());
        assertThat(entries(page)).isEqualTo(1);
        assertThat(page)
                .contains("aria-current=\"page\">"
                        + switch (view) {
                            case "timeline" -> "Timeline";
                            case "compact" -> "Compact";
                            default -> "Table";
                        });
    }

    @Test
    void theTimelineTellsInTheReadersWordsWhatTheOthersTellInTheNamesOfTheRecord() {
        String search = "action=task.completed&case=" + hearing.key();
        assertThat(page("lang=en&" + search)).contains("did “");
        assertThat(page("lang=ru&" + search)).contains("выполнена");
        assertThat(page("lang=en&view=compact&" + search)).contains("<code>task.completed</code>");
    }

    @Test
    void theConditionsAreKeptFromViewToViewAndFromPageToPage() {
        String first = page("lang=en&view=compact&actor=programme-manager&role=PM&q=a+%26b&from=2020-01-01");
        assertThat(first)
                .contains(
                        "/audit?view=table&amp;actor=programme-manager&amp;from=2020-01-01&amp;q=a%20%26b&amp;role=PM");
        String all = page("lang=en&view=compact");
        assertThat(entries(all)).isEqualTo(25);
        String next = all.replaceFirst("(?s).*href=\"/audit\\?(view=compact&amp;after=[0-9]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(ENTRY.matcher(page(next)).results().map(MatchResult::group).toList())
                .doesNotContainAnyElementsOf(
                        ENTRY.matcher(all).results().map(MatchResult::group).toList());
    }

    @Test
    void aRoleAndAPeriodNarrow() {
        String inRole = "case=" + hearing.key() + "&role=PM";
        LocalDate today = programme.dayOf(Instant.now());
        assertThat(entries(page(inRole))).isPositive();
        assertThat(entries(page("case=" + hearing.key() + "&role=AUD"))).isZero();
        assertThat(entries(page(inRole + "&from=2000-01-01&until=2000-01-02"))).isZero();
        assertThat(entries(page(inRole + "&from=" + today.minusDays(1) + "&until=" + today.plusDays(1))))
                .isEqualTo(entries(page(inRole)));
    }

    private record Said(Actor by, String said) implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("saying", "SAY-7");
        }

        @Override
        public String action() {
            return "explorer.said";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("said", said, "openly", List.of("Plenary-session", 2_017));
        }

        @Override
        public Set<String> words() {
            return Set.of("said");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "пленума, 1",
        "ПЛЕНУМ, 1",
        "вопрос пленум, 1",
        "вопрос — пленум, 1",
        "— пленум, 1",
        "openly пленум, 0",
        "plenary 2017, 1",
        "второй, 1",
        "nвторой, 0",
        "ленума, 0",
        "пл, 0",
        "plenary-SESS, 1",
        "2017, 1",
        "SAY-7, 1",
        "_пленума_ % *, 1",
        "пленума отложен, 0"
    })
    void wordsAreFoundWholeOrFromTheirBeginning(String text, int found) {
        String search = "action=explorer.said&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        assertThat(entries(page(search))).isEqualTo(found);
    }

    @Test
    void nothingFoundOffersAWiderSearch() {
        assertThat(page("lang=en&case=NIL-1999-001")).contains("No entry matches", "Show all entries");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, is not a date, не является датой",
        "from=2026-02-01&until=2026-01-01, is before the first, раньше первого",
        "q=%25%25%25, contains no letter, нет ни букв",
        "after=x, is not a place in this list, не указывает на место"
    })
    void aWrongConditionIsNamedAndWhatWasTypedIsKept(String query, String english, String russian) {
        Browser auditor = Browser.signedIn(port, "auditor");
        Answer refused = auditor.get("/audit?lang=en&actor=chair&" + query);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("error-summary", english, "value=\"chair\"");
        assertThat(auditor.get("/audit?lang=ru&" + query).body()).contains(russian);
    }

    @Test
    void aTextOfTenThousandCharactersIsRefused() {
        Answer refused = Caller.as(port, "auditor").get("/api/v1/audit/entries?q=" + "a".repeat(10_000));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly("q:textTooLong");
        assertThat(Browser.signedIn(port, "auditor")
                        .get("/audit?q=" + "b".repeat(10_000))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theEntryTellsHowItsActorWasKnownAndWhatTheyRead() {
        Browser manager = Browser.signedIn(port, "programme-manager");
        assertThat(manager.get("/account?lang=ru").status()).isEqualTo(200);
        String entry = page("lang=en&view=table&action=account.signedIn&actor=programme-manager")
                .replaceFirst("(?s).*?href=\"(/audit/entries/[0-9]+)\".*", "$1");
        assertThat(Browser.signedIn(port, "auditor").get(entry + "?lang=en").body())
                .contains("Authenticated by", "password");
    }
}
