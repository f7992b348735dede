package org.accord.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.accord.programme.Programme;
import org.accord.programme.ProgrammeFiles;
import org.accord.testing.Answer;
import org.accord.testing.AtOnce;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.HttpTest;
import org.accord.testing.Multipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Another programme file, put in force by two persons. */
@HttpTest
@DirtiesContext
@TestPropertySource(properties = "accord.test.alone=programme-changes")
class ProgrammeChangeTests {

    private static final String CHANGES = "/api/v1/programme-changes";
    private static final String CHIEF_AUTHORITY = "- {limit: 10000, from: 2010-01-01, by: head-of-mission}";

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Programme programme;

    @Autowired
    private ProgrammeFiles files;

    private String with(String old, String next) {
        String text = files.inForce().text();
        assertThat(text).contains(old);
        return text.replace(old, next);
    }

    private Answer hand(String text) {
        return handBy("administrator", text);
    }

    private Answer handBy(String userName, String text) {
        return Caller.as(port, userName).post(CHANGES, Map.of("name", "next.yaml", "text", text));
    }

    private long draft(String text) {
        Answer answer = hand(text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("number").asLong();
    }

    private Answer propose(long number) {
        return Caller.as(port, "administrator")
                .post(CHANGES + "/" + number + "/propose", Map.of("reason", "Decided by the steering committee."));
    }

    private long proposed(String text) {
        long number = draft(text);
        Answer answer = propose(number);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return number;
    }

    private Answer decide(String userName, long number, String act) {
        return Caller.as(port, userName).post(CHANGES + "/" + number + "/" + act, Map.of());
    }

    private JsonNode effect(long number) {
        return Caller.as(port, "administrator")
                .get(CHANGES + "/" + number + "/effect")
                .json();
    }

    @Test
    void anotherFileIsInForceWhenASecondPersonHasConfirmedIt() {
        String before = files.inForce().digest().hex();
        long number = draft(with(
                "user: head-of-mission\n    name: {en: \"Head of mission\"",
                "user: head-of-mission\n    name: {en: \"Head of the field mission\""));
        JsonNode effect = effect(number);
        assertThat(effect.path("differences")).hasSize(1);
        assertThat(effect.at("/differences/0/section").asText()).isEqualTo("posts");
        assertThat(effect.at("/differences/0/item").asText()).isEqualTo("head-of-mission");
        assertThat(effect.at("/differences/0/details/0/after").asText()).contains("Head of the field mission");
        assertThat(effect.path("granted")).isEmpty();
        assertThat(propose(number).status()).isEqualTo(200);
        assertThat(decide("administrator", number, "confirm").code()).isEqualTo("secondPerson");
        assertThat(files.inForce().digest().hex()).isEqualTo(before);
        assertThat(decide("chief", number, "confirm").status()).isEqualTo(200);
        assertThat(programme.post("head-of-mission").orElseThrow().name().byLanguage())
                .containsEntry("en", "Head of the field mission");
        assertThat(jdbc.sql("select digest from accord.programme_file_past order by replaced_at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(before);
        assertThat(jdbc.sql("select action from accord.audit_entry where action like 'programme%' and index >"
                                + " (select max(index) from accord.audit_entry where action = 'programmeChange.proposed')"
                                + " order by index")
                        .query(String.class)
                        .list())
                .containsExactly("programme.changed", "programmeChange.confirmed");
    }

    @Test
    void rightsComeAndGoWithTheFileFromTodayOnAndWhatWasDoneByHandStays() {
        jdbc.sql("update accord.programme_mandate set valid_until = '2030-12-31' where user_name = 'translator'")
                .update();
        String text = with("- {role: EXP,", "- {role: EXP, pillar: II,")
                .replace(CHIEF_AUTHORITY, "- {limit: 20000, from: 2010-01-01, by: head-of-mission}")
                .replace("  - user: head-of-mission", """
                          - user: press-officer
                            name: {en: "Press officer", ru: "Сотрудник по связям с прессой"}
                            mandates:
                              - {role: TRA, from: 2010-01-01}
                          - user: head-of-mission
                        """.stripTrailing());
        long number = proposed(text);
        JsonNode effect = effect(number);
        assertThat(texts(effect.path("posts"))).containsExactly("press-officer");
        assertThat(effect.path("granted").size())
                .isEqualTo(effect.path("ended").size() + 1)
                .isGreaterThan(1);
        assertThat(effect.at("/delegated/0/userName").asText()).isEqualTo("chief");
        assertThat(decide("chief", number, "confirm").code())
                .as("whose authority grows")
                .isEqualTo("secondPerson");
        assertThat(Browser.signedIn(port, "chief")
                        .get("/admin/programme/" + number + "?lang=en")
                        .body())
                .contains("You gain or lose by it");
        assertThat(decide("head-of-mission", number, "confirm").status()).isEqualTo(200);
        assertThat(programme.mandatesOf("press-officer"))
                .singleElement()
                .satisfies(mandate ->
                        assertThat(mandate.from()).as("not before today").isAfter(LocalDate.of(2026, 1, 1)));
        assertThat(jdbc.sql("select count(*) from accord.programme_delegation where user_name = 'chief'"
                                + " and spending_limit = 20000 and valid_until is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from accord.programme_delegation where user_name = 'chief'"
                                + " and spending_limit = 10000 and valid_until is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Browser.signedIn(port, "auditor")
                        .get("/admin/mandates?lang=en")
                        .body())
                .contains("20,000 US dollars", "from outside the programme");
        assertThat(programme.mandatesOf("translator").get(0).until())
                .as("changed by hand")
                .hasToString("2030-12-31");
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void nobodyProposesAFileThatRemovesTheLastAdministrator() {
        String before = files.inForce().digest().hex();
        String without =
                with("- {role: ADMIN, from: 2010-01-01}", "- {role: ADMIN, from: 2010-01-01, until: 2010-12-31}");
        assertThat(propose(draft(without)).code()).isEqualTo("notForYourself");
        assertThat(propose(draft(with("ADMINISTER", "READ_ALL"))).code())
                .as("the role is theirs")
                .isEqualTo("notForYourself");
        jdbc.sql("insert into accord.programme_mandate (user_name, role, valid_from, valid_until)"
                        + " values ('consultant', 'ADMIN', '2020-01-01', '2098-12-31')")
                .update();
        Caller passing = Caller.as(port, "consultant");
        Answer drafted = passing.post(CHANGES, Map.of("name", "next.yaml", "text", without));
        Answer refused = passing.post(
                CHANGES + "/" + drafted.json().path("number").asLong() + "/propose", Map.of("reason", "A test."));
        jdbc.sql("delete from accord.programme_mandate where valid_until = '2098-12-31'")
                .update();
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("noAdministratorLeft");
        assertThat(files.inForce().digest().hex()).isEqualTo(before);
    }

    @Test
    void nobodyProposesAFileAfterWhichNobodyCouldConfirm() {
        String text = files.inForce()
                .text()
                .lines()
                .map(line -> line.contains("ADMINISTER") ? line : line.replace(", APPROVE_ABSENCE", ""))
                .collect(Collectors.joining("\n"));
        assertThat(propose(draft(text)).code()).isEqualTo("noSecondPersonLeft");
    }

    @Test
    void whoeverHoldsARoleThatMayMoreDoesNotConfirmIt() {
        String text = files.inForce().text().replaceFirst("(code: CHIEF\\n[\\s\\S]*?rights: \\[)", "$1READ_ALL, ");
        long number = proposed(text);
        assertThat(texts(effect(number).path("changedRoles"))).containsExactly("CHIEF");
        assertThat(texts(effect(number).path("concerned"))).contains("chief");
        assertThat(decide("chief", number, "confirm").code()).isEqualTo("secondPerson");
        assertThat(Browser.signedIn(port, "head-of-mission")
                        .get("/admin/programme/" + number + "?lang=en")
                        .body())
                .contains("What a role may do changes", "Posts that hold such a role");
        assertThat(decide("administrator", number, "withdraw").status()).isEqualTo(200);
    }

    @Test
    void aMandateInTheFileThatWasChangedByHandIsToldInsteadOfGivenBack() {
        jdbc.sql("update accord.programme_mandate set valid_until = current_date - 30 where user_name = 'reviser'")
                .update();
        Answer refused = hand(with("- {role: REV, from: 2010-01-01}", "- {role: REV, from: 2011-01-01}"));
        jdbc.sql("update accord.programme_mandate set valid_until = null where user_name = 'reviser'")
                .update();
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("changedByHand", "reviser");
    }

    @Test
    void aFileOfNothingButFaultsIsRefusedSoon() {
        Answer refused = hand("code: X\nposts: [" + "{},".repeat(300_000) + "{}]");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("violations").size()).isEqualTo(200);
        assertThat(hand("notices:\n  ? &key [*key]\n  : {text: {en: a, ru: b}}\n")
                        .status())
                .isEqualTo(422);
        assertThat(hand(with("code: un\n", "code: un\n    note: {en: x, ru: x}\n    note: {en: x, ru: x}\n"))
                        .body())
                .contains("programme.duplicateField");
    }

    @ParameterizedTest
    @CsvSource({
        "'code: JPOA-CA', 'code: JPOA-CB', code, stays",
        "'zone: Asia/Ashgabat', 'zone: Asia/Almaty', zone, stays",
        "'  conceptNote: {anchor', '  noteOfConcept: {anchor', deadlines, gone",
        "'{role: HOM, from: 2010-01-01}', '{role: HOM, from: 2010-13-01}', .from, programme.notADate",
        "'{role: HOM, from: 2010-01-01}', '{role: HEAD, from: 2010-01-01}', .role, programme.unknownReference",
        "'- {role: CERT, from: 2010-01-01}', '- {role: CERT, from: 2010-01-01, state: KZ}', .state, programme.scopeNotAllowed"
    })
    void aFileWithAFaultOrThatTakesAwayWhatCasesReferToIsRefused(String old, String next, String field, String code) {
        Answer refused = hand(with(old, next));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("violations")).anySatisfy(violation -> {
            assertThat(violation.path("field").asText()).endsWith(field);
            assertThat(violation.path("code").asText()).isEqualTo(code);
        });
    }

    @Test
    void aFileThatIsTheSameOrNoTextOrTooLargeIsRefused() {
        assertThat(hand(files.inForce().text()).code()).isEqualTo("sameProgramme");
        assertThat(hand("").body()).contains("\"required\"");
        assertThat(hand("code: [").body()).contains("programme.syntax");
        assertThat(hand("#".repeat(ProgrammeChanges.LARGEST + 1)).body()).contains("fileTooLarge");
        Browser administrator = Browser.signedIn(port, "administrator");
        administrator.get("/admin/programme?lang=ru");
        Answer noText = administrator.upload(
                "/admin/programme", Multipart.file("программа.yaml", new byte[] {(byte) 0xff, 1}, Map.of()));
        assertThat(noText.status()).isEqualTo(422);
        assertThat(noText.body()).contains("«программа.yaml» – не текст в кодировке UTF-8.");
    }

    @Test
    void aFileHandedInBeforeAnotherCameInForceIsNotConfirmed() {
        long first = proposed(with("closingTime: ", "closingTime:  "));
        long second = proposed(with("closingTime: ", "closingTime:   "));
        assertThat(decide("chief", second, "confirm").status()).isEqualTo(200);
        assertThat(decide("chief", first, "confirm").code()).isEqualTo("programmeMoved");
        Browser chief = Browser.signedIn(port, "chief");
        Answer page = chief.get("/admin/programme/" + first + "?lang=en");
        assertThat(page.body()).contains("Another file is in force").doesNotContain("put it in force</button>");
        assertThat(decide("chief", first, "refuse").status()).isEqualTo(200);
        assertThat(decide("chief", first, "refuse").code()).isEqualTo("changeDecided");
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneDoes() throws Exception {
        long number = proposed(files.inForce().text() + "# a remark\n");
        List<Integer> statuses = AtOnce.run(List.of(
                () -> decide("chief", number, "confirm").status(),
                () -> decide("head-of-mission", number, "confirm").status()));
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aDraftIsSeenByItsAuthorOnlyAndTheRestByThoseWhoDecideOrReadAll() {
        long number = draft(files.inForce().text() + "# one more remark\n");
        assertThat(Caller.as(port, "chief").get(CHANGES + "/" + number).status())
                .isEqualTo(404);
        assertThat(Caller.as(port, "administrator").get(CHANGES + "/" + number).status())
                .isEqualTo(200);
        assertThat(Caller.as(port, "focal-point.kz").get(CHANGES).status()).isEqualTo(403);
        assertThat(Caller.as(port, "auditor").get(CHANGES).status()).isEqualTo(200);
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get("/admin/programme")
                        .status())
                .isEqualTo(403);
        assertThat(handBy("chief", files.inForce().text() + "# mine\n").status())
                .isEqualTo(403);
        assertThat(decide("administrator", number, "withdraw").status()).isEqualTo(200);
        assertThat(Caller.as(port, "administrator").get(CHANGES + "/" + number).status())
                .as("gone, as nobody else saw it")
                .isEqualTo(404);
    }

    @Test
    void theJourneyIsMadeOnPagesInRussian() {
        Browser administrator = Browser.signedIn(port, "administrator");
        assertThat(administrator.get("/admin?lang=ru").body()).contains("Файл программы");
        administrator.get("/admin/programme?lang=ru");
        String text = with(
                "user: chief\n    name: {en: \"Chief of unit\"", "user: chief\n    name: {en: \"Chief of the unit\"");
        Answer handed = administrator.upload(
                "/admin/programme", Multipart.file("next.yaml", text.getBytes(StandardCharsets.UTF_8), Map.of()));
        assertThat(handed.status()).as(handed.body()).isEqualTo(302);
        String path = handed.header("Location").replaceAll("^http://[^/]*", "");
        assertThat(administrator.get(path).body())
                .contains("Различия (1)", "Chief of the unit", "Черновик, который видите только вы");
        Answer withoutReason = administrator.post(path + "/propose", Map.of("reason", " "));
        assertThat(withoutReason.status()).isEqualTo(422);
        assertThat(withoutReason.body()).contains("Причина: ");
        assertThat(administrator
                        .post(path + "/propose", Map.of("reason", "Так решено."))
                        .status())
                .isEqualTo(302);
        assertThat(administrator.get("/admin/programme").body()).contains("Так решено.");
        Browser chief = Browser.signedIn(port, "chief");
        assertThat(chief.get(path + "?lang=ru").body()).contains("Подтвердить и ввести в действие");
        assertThat(chief.post(path + "/confirm", Map.of()).status()).isEqualTo(302);
        assertThat(chief.get("/admin/programme").body()).contains("подтверждено");
        assertThat(chief.get("/admin/programme/file").body()).isEqualTo(text);
    }
}
