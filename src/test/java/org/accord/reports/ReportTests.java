package org.accord.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.accord.instance.Time;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports on some work of 1950, when nothing else happened. */
@AccordTest
class ReportTests {

    private static final OffsetDateTime SPRING = OffsetDateTime.of(1950, 4, 3, 5, 0, 0, 0, ZoneOffset.UTC);
    private static final String IN_1950 = "?from=1950-01-01&until=1950-12-31";

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Time time;

    private int cases;
    private int tasks;

    @BeforeEach
    void someWork() {
        List.of(2, 4, 6, 8, 20).forEach(days -> workshop("KZ", "II", "approved", days, false));
        workshop("UZ", "III", "refused", 3, false);
        gathering("expert-meeting", "KZ", "held");
        gathering("workshop-delivery", "KG", "closedWithReport");
        gathering("workshop-delivery", "KG", "cancelled");
    }

    @AfterEach
    void asIfNothingHadHappened() {
        List.of("task_submission", "task_inbox", "decision", "case_file")
                .forEach(table -> jdbc.sql("delete from accord." + table + " where case_key like 'R50-%'")
                        .update());
    }

    private String workshop(String state, String pillar, String outcome, int days, boolean secretariatOnly) {
        String key = row("workshop", state, pillar, outcome, SPRING, days, secretariatOnly);
        task(key, "writeProposal", "PM", days, 5, false);
        return key;
    }

    private void gathering(String process, String state, String outcome) {
        row(process, state, "II", outcome, SPRING.plusMonths(1), 1, false);
    }

    private String row(
            String process,
            String state,
            String pillar,
            String outcome,
            OffsetDateTime started,
            int days,
            boolean secretariatOnly) {
        String key = "R50-" + ++cases;
        jdbc.sql("""
                        insert into accord.case_file (case_key, process_key, titles, status, outcome, state, pillar,
                            reference_date, secretariat_only, started_by, started, ended)
                        values (:key, :process, '{"en": "Work"}', 'ENDED', :outcome, :state, :pillar, :date, :secretariat,
                            'programme-manager', :started, :ended)
                        """)
                .param("key", key)
                .param("process", process)
                .param("outcome", outcome)
                .param("state", state)
                .param("pillar", pillar)
                .param("date", started.toLocalDate())
                .param("secretariat", secretariatOnly)
                .param("started", started)
                .param("ended", started.plusDays(days))
                .update();
        return key;
    }

    /** Done after so many days, with so many for it. */
    private void task(String caseKey, String element, String role, int days, int allowed, boolean confidential) {
        jdbc.sql("""
                        insert into accord.task_inbox (task_id, version, status, case_key, process_key, definition_id,
                            instance_id, element_id, form_key, form_version, role, confidential, secretariat_only,
                            not_same_as, facts, case_fields, due, opened, closed, priority, search)
                        values (:id, 1, 'DONE', :key, 'workshop', 'workshop:1', 'none', :element, 'workshop-proposal', 1,
                            :role, :confidential, false, '{}', '{}', '{}', :due, :opened, :closed, 50, '')
                        """)
                .param("id", "R50-task-" + ++tasks)
                .param("key", caseKey)
                .param("element", element)
                .param("role", role)
                .param("confidential", confidential)
                .param("due", SPRING.plusDays(allowed))
                .param("opened", SPRING)
                .param("closed", SPRING.plusDays(days))
                .update();
    }

    private Answer report(String userName, String kind, String query) {
        return Caller.as(port, userName).get("/api/v1/reports/" + kind + IN_1950 + query);
    }

    private List<String> rows(String userName, String kind, String query) {
        Answer answer = report(userName, kind, query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("rows").findParents("labels").stream()
                .map(row -> row.path("labels").path(0).asText() + " " + row.path("values"))
                .toList();
    }

    @Test
    void aDurationIsToldByItsMedianAndWhatNineOfTenKeptTo() {
        assertThat(rows("programme-manager", "cycle-time", "&pillar=II&state=KZ"))
                .containsExactly("Workshop proposal and approval [5,6.0,15.2]", "Expert meeting [1,null,null]");
    }

    @Test
    void fewerThanFiveAreCountedAndSayNothingOfDuration() {
        assertThat(rows("programme-manager", "cycle-time", "&pillar=III"))
                .containsExactly("Workshop proposal and approval [1,null,null]");
        assertThat(Browser.signedIn(port, "programme-manager")
                        .get("/reports/cycle-time" + IN_1950 + "&pillar=III&lang=ru")
                        .body())
                .contains("мало данных", "меньше 5");
    }

    @Test
    void stepsAndRolesAreCountedForThoseWhoReadTheWorkOfAll() {
        assertThat(rows("programme-manager", "steps", "&state=KZ")).containsExactly("Write proposal [5,6.0,15.2]");
        assertThat(rows("auditor", "workload", "&state=KZ")).containsExactly("Programme manager [5,5,3,0]");
        for (String userName : List.of("focal-point.kz", "donor.eu")) {
            Answer refused = report(userName, "workload", "");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("noSuchReport");
            assertThat(Browser.signedIn(port, userName).get("/reports?lang=en").body())
                    .contains("Coverage")
                    .doesNotContain("Workload");
        }
    }

    @Test
    void whatAReaderMayNotOpenIsNotCountedForThem() {
        String hidden = workshop("KZ", "II", "approved", 200, true);
        task(hidden, "writeProposal", "PM", 2, 5, false);
        assertThat(rows("focal-point.kz", "cycle-time", "&state=KZ&pillar=II"))
                .contains("Workshop proposal and approval [5,6.0,15.2]");
        assertThat(rows("programme-manager", "cycle-time", "&state=KZ&pillar=II"))
                .contains("Workshop proposal and approval [6,7.0,110.0]");
    }

    @Test
    void confidentialTasksAreCountedForThoseTrustedWithThem() {
        task("R50-1", "writeProposal", "PM", 1, 5, true);
        assertThat(rows("programme-manager", "workload", "&state=KZ")).containsExactly("Programme manager [5,5,3,0]");
        assertThat(rows("auditor", "workload", "&state=KZ")).containsExactly("Programme manager [6,6,3,0]");
    }

    @Test
    void coverageCountsWhatTookPlaceByPillarAndHost() {
        Answer answer = report("donor.eu", "coverage", "&lang=en");
        assertThat(answer.json().path("measures").findValuesAsText("name"))
                .containsExactly("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan", "Elsewhere");
        assertThat(rows("donor.eu", "coverage", "").get(1)).endsWith("[1,1,0,0,0,0]");
    }

    @Test
    void whatTookPlaceCountsThoughItsReportIsOutstandingUnlessItWasCalledOff() {
        String running = row("workshop-delivery", "TJ", "II", "", SPRING, 1, false);
        String off = row("workshop-delivery", "UZ", "II", "", SPRING, 1, false);
        jdbc.sql("""
                        update accord.case_file
                        set status = 'RUNNING', outcome = null, ended = null, called_off = case_key = :off
                        where case_key in (:running, :off)
                        """).param("running", running).param("off", off).update();
        assertThat(rows("donor.eu", "coverage", "").get(1)).endsWith("[1,1,1,0,0,0]");
    }

    @Test
    void aDecisionThatClosedLaterWasOpenAtTheEndOfThePeriod() {
        silence("ADOPTED");
        Answer earlier =
                Caller.as(port, "donor.eu").get("/api/v1/reports/decisions?from=1950-04-01&until=1950-04-04&lang=en");
        assertThat(earlier.json().path("rows").toString())
                .isEqualTo("[{\"labels\":[\"Silence procedure\",\"Still open\"],\"values\":[1,null]}]");
    }

    @Test
    void whatIsOnlyForThoseWhoReadTheWorkOfAllIsNotLinkedForOthers() {
        String page = "/reports/cycle-time" + IN_1950;
        assertThat(Browser.signedIn(port, "donor.eu").get(page).body()).doesNotContain("/reports/processes/");
        assertThat(Browser.signedIn(port, "auditor").get(page).body()).contains("/reports/processes/workshop");
    }

    @Test
    void donorsAreToldWhatTheyWereAskedFor() {
        cost("R50-1", 60_000);
        cost("R50-2", 40_000);
        cost("R50-6", 10_000);
        assertThat(rows("donor.eu", "budget", "")).containsExactly("European Union [3,110000,100000,0]");
        cost("R50-2", 45_000);
        assertThat(rows("donor.eu", "budget", "")).containsExactly("European Union [3,115000,105000,0]");
    }

    private void cost(String caseKey, int dollars) {
        task(caseKey, "prepareCostPlan", "CERT", 1, 5, false);
        jdbc.sql("""
                        insert into accord.task_submission (task_id, case_key, element_id, form_key, form_version, data, digest,
                            submitted_by, role, at)
                        values (:task, :key, 'prepareCostPlan', 'cost-plan', 1,
                            jsonb_build_object('donor', 'EU', 'amount', :dollars::int), '', 'certifying-officer', 'CERT', :at)
                        """)
                .param("task", "R50-task-" + tasks)
                .param("key", caseKey)
                .param("dollars", dollars)
                .param("at", SPRING)
                .update();
    }

    @Test
    void decisionsAreToldByTheirOutcome() {
        List.of("ADOPTED", "ADOPTED", "BROKEN").forEach(this::silence);
        assertThat(report("focal-point.kz", "decisions", "&lang=en")
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("""
                        [{"labels":["Silence procedure","Adopted"],"values":[2,null]},\
                        {"labels":["Silence procedure","Not adopted: the silence was broken"],"values":[1,null]}]""");
    }

    private void silence(String outcome) {
        jdbc.sql("""
                        insert into accord.decision (id, case_key, topic, round, kind, question, role, terms, opened, outcome, closed)
                        values (:id, 'R50-1', :id, 1, 'SILENCE', '{}', 'NFP', '{}', :opened, :outcome, :closed)
                        """)
                .param("id", "R50-decision-" + ++tasks)
                .param("outcome", outcome)
                .param("opened", SPRING)
                .param("closed", SPRING.plusDays(3))
                .update();
    }

    @Test
    void aTableIsTakenAwayAsCsvMarkedWithWhatItHolds() {
        Answer open = Browser.signedIn(port, "programme-manager")
                .get("/reports/cycle-time.csv" + IN_1950 + "&state=KZ&pillar=II&lang=en");
        assertThat(open.body()).isEqualTo("""
                \uFEFF"Process","Ended","Median, days","Nine of ten within, days"\r
                "Workshop proposal and approval","5","6.0","15.2"\r
                "Expert meeting","1","",""\r
                """);
        assertThat(open.header("Content-Disposition"))
                .contains("cycle-time.csv")
                .doesNotContain("CONFIDENTIAL");
        assertThat(Browser.signedIn(port, "auditor")
                        .get("/reports/workload.csv" + IN_1950)
                        .header("Content-Disposition"))
                .contains("CONFIDENTIAL");
    }

    @Test
    void aSlowStepIsDarkOnTheDiagramOfItsProcess() {
        String picture = Browser.signedIn(port, "auditor")
                .get("/reports/processes/workshop.svg" + IN_1950 + "&state=KZ")
                .body();
        assertThat(picture).contains("id=\"writeProposal\" class=\"activity userTask heat-3\"", ">6</text>");
        String page = Browser.signedIn(port, "auditor")
                .get("/reports/processes/workshop" + IN_1950 + "&state=KZ&lang=ru")
                .body();
        assertThat(page).contains("Медленные шаги", "/reports/processes/workshop.svg?");
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get("/reports/processes/workshop")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMonthIsAPdfWithAllItsReports() throws Exception {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(time.instant(), ZoneOffset.UTC));
        byte[] pdf = Browser.signedIn(port, "auditor").bytes("/reports/months/" + month + ".pdf?lang=ru");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Отчет за ", "Охват", "Просроченные задачи", "Бюджет по донорам");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=tomorrow, notADate, from",
        "from=1950-05-01&until=1950-04-01, untilBeforeFrom, until",
        "from=0001-01-01, outOfRange, from",
        "state=XX, notAnOption, state",
        "pillar=V, notAnOption, pillar"
    })
    void aBadQuestionIsRefusedByFieldAndKept(String query, String rule, String field) {
        Answer refused = Caller.as(port, "auditor").get("/api/v1/reports/workload?" + query);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsExactly(field + ":" + rule);
        for (String page : List.of("/reports?", "/reports/workload?", "/reports/processes/workshop?")) {
            Answer shown = Browser.signedIn(port, "auditor").get(page + query + "&lang=en");
            assertThat(shown.status()).isEqualTo(422);
            assertThat(shown.body()).contains("There is a problem", "href=\"#" + field + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "1999-12", "2199-01", "x"})
    void aMonthThatIsNoneOrNotYetIsRefused(String month) {
        assertThat(Browser.signedIn(port, "auditor")
                        .get("/reports/months/" + month + ".pdf")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoReadsNoCasesIsToldSo() {
        jdbc.sql("update accord.programme_mandate set valid_until = '2010-01-02' where user_name = 'me-officer'")
                .update();
        try {
            Answer page = Browser.signedIn(port, "me-officer").get("/reports?lang=ru");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("считать для вас нечего");
            assertThat(Caller.as(port, "me-officer").get("/api/v1/reports").items())
                    .isEmpty();
        } finally {
            jdbc.sql("update accord.programme_mandate set valid_until = null where user_name = 'me-officer'")
                    .update();
        }
    }

    @Test
    void anEmptyReportSaysWhyAndWhereToGo() {
        String body = Browser.signedIn(port, "auditor")
                .get("/reports/coverage?from=1940-01-01&until=1940-12-31&lang=en")
                .body();
        assertThat(body).contains("No meeting and no workshop took place", "All time, all States and pillars");
    }
}
