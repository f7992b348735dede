package org.accord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Chromium;
import org.accord.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Every page of the map on the whole history, as those for whom it is: no barrier that axe knows of, WCAG 2.2's size of targets
 * included, no sideways scroll, nothing refused by the content security policy, the reader's language throughout; and no text would be
 * cut off if the English ones were longer, as in another language.
 */
@TestPropertySource(properties = "accord.history=classpath:programmes/jpoa-central-asia-history.yaml")
class EveryPageTests extends PlayedTests {

    private static final String WIDEST_PERIOD = "from=2010-01-01&until=2018-12-31";

    @Autowired
    private Programme programme;

    /** Pages by the post that opens them: those with something on them, those with nothing, and those that refuse. */
    private Map<String, List<String>> pages() {
        String workshop = one("select min(case_key) from accord.case_file where process_key = 'workshop'");
        String delivery = one("select min(case_key) from accord.case_file where process_key = 'workshop-delivery'");
        String adoption = one("select min(case_key) from accord.case_file where process_key = 'adoption'");
        String decision = one("select min(id) from accord.decision where kind = 'SILENCE'");
        String entry = one("select max(entry)::text from accord.audit_words");
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put(
                "programme-manager",
                List.of(
                        "/",
                        "/?view=group",
                        "/?view=all",
                        "/?view=mine&q=zebra&due=overdue",
                        "/done",
                        "/approvals",
                        "/tasks/" + openTask("PM"),
                        "/tasks/" + doneTask("PM"),
                        "/cases",
                        "/cases?process=adoption&status=failed",
                        "/cases/" + workshop,
                        "/cases/" + workshop + "/steps?step=7",
                        "/cases/" + workshop + "/discussion",
                        "/cases/" + workshop + "/documents",
                        "/cases/" + delivery + "/papers",
                        "/board",
                        "/initiatives",
                        "/initiatives/II-01",
                        "/calendar?month=2013-06",
                        "/calendar?month=2013-06&view=month",
                        "/calendar?month=2016-02",
                        "/documents",
                        "/documents?q=zebra",
                        "/reports",
                        "/reports/cycle-time",
                        "/reports/steps",
                        "/reports/coverage",
                        "/reports/budget?from=1950-01-01&until=1950-12-31",
                        "/reports/workload?from=never",
                        "/reports/processes/workshop",
                        "/reports/iati",
                        "/search?q=practice",
                        "/search?q=zebra",
                        "/search?q=%21%21",
                        "/absences",
                        "/calendars",
                        "/account",
                        "/account/calendar",
                        "/account/mail",
                        "/nothing-here"));
        pages.put(
                "focal-point.kg",
                List.of(
                        "/",
                        "/tasks/" + openTask("NFP"),
                        "/adoption/" + adoption,
                        "/decisions/" + decision,
                        "/cases/" + adoption + "/texts",
                        "/reports/decisions"));
        pages.put(
                "auditor",
                List.of(
                        "/audit",
                        "/audit?view=table&q=workshop",
                        "/audit?q=zebra",
                        "/audit?from=never",
                        "/audit/entries/" + entry,
                        "/audit/access",
                        "/audit/verification",
                        "/admin/mandates"));
        pages.put(
                "administrator",
                List.of(
                        "/admin",
                        "/admin/accounts/chief",
                        "/admin/mandates",
                        "/admin/programme",
                        "/operations",
                        "/operations/failures",
                        "/operations/versions",
                        "/operations/mail",
                        "/operations/sealing"));
        pages.put("records-officer", List.of("/records/erasures"));
        return pages;
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private String openTask(String role) {
        return one("select min(task_id) from accord.task_inbox where status = 'OPEN' and role = '" + role + "'"
                + (role.equals("NFP") ? " and state = 'KG'" : ""));
    }

    private String doneTask(String role) {
        return one("select min(task_id) from accord.task_inbox where status = 'DONE' and role = '" + role + "'");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 320", "ru, 1280", "ru, 320"})
    void noPageHasABarrier(String language, int width) {
        int opened = 0;
        try (Chromium chromium = Chromium.launch()) {
            for (Map.Entry<String, List<String>> post : pages().entrySet()) {
                Visit visit = Visit.as(chromium, port, post.getKey(), language, width, true);
                for (String page : post.getValue()) {
                    visit.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language)
                            .looksRight("every-" + post.getKey() + page.replaceAll("[^a-zA-Z0-9]+", "-"));
                    if (width == 1280) {
                        visit.fitsAtTwiceTheSize(page);
                    }
                    if (language.equals("en")) {
                        visit.holdsLongerTexts(page);
                    }
                    opened++;
                }
            }
            assertThat(chromium.complaints()).allMatch(one -> one.contains("status of 404"));
        }
        System.out.printf("%d pages in %s at %d px: no barrier%n", opened, language, width);
    }

    /** Whoever opens a page sees it, or is told in their language that it is not for them; nothing breaks and no word is missing. */
    @Test
    void everyPageAnswersEveryPost() {
        Set<String> all = new LinkedHashSet<>();
        pages().values().forEach(all::addAll);
        Map<Integer, Integer> statuses = new TreeMap<>();
        int nth = 0;
        for (Post post : programme.posts()) {
            Browser browser = Browser.signedIn(port, post.userName());
            String language = nth++ % 2 == 0 ? "ru" : "en";
            for (String page : all) {
                Answer answer = browser.get(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(answer.status())
                        .as("%s for %s", page, post.userName())
                        .isIn(200, 403, 404, 422);
                assertThat(answer.body())
                        .as("%s for %s", page, post.userName())
                        .contains("<html lang=\"" + language + "\"", "<h1")
                        .doesNotContain("??");
                statuses.merge(answer.status(), 1, Integer::sum);
            }
        }
        assertThat(statuses.get(200)).isGreaterThan(all.size());
        System.out.printf("%d pages as %d posts: %s%n", all.size(), nth, statuses);
    }
}
