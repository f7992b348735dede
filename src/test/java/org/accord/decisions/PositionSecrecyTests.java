package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Hearing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.test.annotation.DirtiesContext;

/** What a State said, sought by those for whom it is not, through every door that Accord has. */
@AccordTest
@DirtiesContext
class PositionSecrecyTests {

    private static final String MARKER = "Quetzalcoatl-7731";
    private static final List<String> OTHERS =
            List.of("focal-point.kg", "delegation.kg", "agency.mfa.kg", "donor.eu", "programme-manager", "expert.1");
    private static final List<String> TRUSTED = List.of("focal-point.kz", "political-officer", "chair");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext accord;

    @Autowired
    MessageSource messages;

    private Chamber chamber;

    @BeforeEach
    void openTheChamber() {
        chamber = Chamber.open(port, accord);
    }

    /** A case in which one State has stated its position, and the task in which it did. */
    private record Stated(String key, String task) {

        String decision() {
            return key + ".clearance.1";
        }
    }

    private Stated stated() {
        Hearing work = chamber.begin("programme-manager", "adoption");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        chamber.does(
                work,
                "political-officer",
                "transmitToCapitals",
                Map.of(
                        "title", "Joint Plan of Action",
                        "titleRu", "Совместный план действий",
                        "textEn", "The plan.",
                        "textRu", "План.",
                        "noteNumber", "NV-1",
                        "meetingDate", today.plusWeeks(26).toString(),
                        "bothLanguages", true));
        chamber.does(work, "focal-point.kz", "distributeToAgencies", Map.of("distributedOn", today.toString()));
        for (String agency : List.of("mfa", "security", "prosecutor", "interior")) {
            chamber.does(work, "agency." + agency + ".kz", "giveAgencyOpinion", Map.of("opinion", "agree"));
        }
        String task =
                work.task("focal-point.kz", "stateNationalPosition").path("id").asText();
        chamber.does(
                work,
                "focal-point.kz",
                "stateNationalPosition",
                Map.of(
                        "mfa", "no",
                        "agencies", "allAgree",
                        "approvalLevel", "notRequired",
                        "amendmentsEn", MARKER + " must go.",
                        "amendmentsRu", MARKER + " исключить."));
        return new Stated(work.key(), task);
    }

    private static List<String> doors(String key, String decision, String task) {
        List<String> doors = new ArrayList<>(List.of(
                "/api/v1/decisions/" + decision,
                "/api/v1/decisions/" + decision.replaceFirst("\\.1$", ""),
                "/api/v1/cases/" + key + "/decisions",
                "/api/v1/cases/" + key,
                "/api/v1/cases/" + key + "/history?limit=100",
                "/api/v1/cases/" + key + "/texts",
                "/api/v1/cases/" + key + "/diagram.svg",
                "/api/v1/cases?limit=100",
                "/api/v1/tasks?view=all&limit=100&case=" + key,
                "/api/v1/escalations?limit=100",
                "/api/v1/audit/entries?limit=100&case=" + key,
                "/api/v1/audit/entries?limit=100&action=decision.positionNoted"));
        if (!task.isEmpty()) {
            doors.add("/api/v1/tasks/" + task);
        }
        return doors;
    }

    private static List<String> pages(String key, String decision, String task) {
        List<String> pages = new ArrayList<>(List.of(
                "/decisions/" + decision,
                "/adoption/" + key,
                "/cases/" + key,
                "/cases/" + key + "/texts",
                "/cases",
                "/",
                "/?view=all",
                "/done",
                "/audit?case=" + key));
        if (!task.isEmpty()) {
            pages.add("/tasks/" + task);
        }
        return pages;
    }

    private void nothingLeaks(String reader, String key, String decision, String task, Position kind) {
        String label = label(kind, Locale.ENGLISH);
        for (String door : doors(key, decision, task)) {
            Answer answer = chamber.as(reader).get(door);
            assertThat(answer.status()).as(reader + " at " + door).isIn(200, 403, 404);
            assertThat(answer.body())
                    .as(reader + " at " + door)
                    .doesNotContain(MARKER, kind.name(), '"' + kind.word() + '"', label);
        }
        Browser browser = Browser.signedIn(port, reader);
        browser.get("/?lang=en");
        for (String page : pages(key, decision, task)) {
            Answer answer = browser.get(page);
            String body = answer.body();
            assertThat(answer.status()).as(reader + " at " + page).isIn(200, 403, 404);
            assertThat(body).as(reader + " at " + page).doesNotContain(MARKER, kind.name());
            assertThat(body).as(reader + " at " + page).doesNotContain("<strong>" + label + "</strong>");
        }
        assertThat(chamber.as(reader).get("/api/v1/tasks?view=all&q=" + MARKER).items())
                .as(reader)
                .isEmpty();
        assertThat(chamber.as(reader)
                        .get("/api/v1/tasks/count?view=all")
                        .json()
                        .path("count")
                        .asInt())
                .as(reader)
                .isEqualTo(chamber.as(reader)
                        .get("/api/v1/tasks?view=all&limit=100")
                        .items()
                        .size());
    }

    private String label(Position kind, Locale locale) {
        return messages.getMessage("position." + kind.word(), null, locale);
    }

    private JsonNode seen(String reader, String decision) {
        Answer answer = chamber.as(reader).get("/api/v1/decisions/" + decision);
        assertThat(answer.status()).as(reader + ": " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String position(JsonNode decision, String state) {
        return StreamSupport.stream(decision.path("electorate").spliterator(), false)
                .filter(seat -> seat.path("voter").asText().equals(state))
                .map(seat -> seat.path("position").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNationalPositionIsForItsStateAndThoseTrustedUntilItIsReleased() {
        Stated stated = stated();
        for (String reader : OTHERS) {
            JsonNode seen = seen(reader, stated.decision());
            assertThat(seen.path("statements")).as(reader).isEmpty();
            assertThat(seen.path("count").isNull()).as(reader).isTrue();
            assertThat(seen.path("electorate")).as(reader).allMatch(seat -> seat.path("position")
                    .isNull());
            assertThat(chamber.as(reader).get("/api/v1/tasks/" + stated.task()).status())
                    .as(reader)
                    .isEqualTo(404);
            nothingLeaks(reader, stated.key(), stated.decision(), stated.task(), Position.AMENDMENTS_REQUESTED);
        }
        for (String reader : TRUSTED) {
            assertThat(position(seen(reader, stated.decision()), "KZ"))
                    .as(reader)
                    .isEqualTo("amendments_requested");
            assertThat(Browser.signedIn(port, reader)
                            .get("/cases/" + stated.key())
                            .body())
                    .as(reader)
                    .contains(MARKER);
        }
    }

    @Test
    void whatIsReleasedIsForEveryMember() {
        Stated stated = stated();
        accord.getBean(DecisionStore.class).release(stated.key());
        for (String reader : List.of("focal-point.kg", "delegation.uz", "agency.mfa.kg", "focal-point.kz", "chair")) {
            assertThat(position(seen(reader, stated.decision()), "KZ"))
                    .as(reader)
                    .isEqualTo("amendments_requested");
            assertThat(Browser.signedIn(port, reader)
                            .get("/adoption/" + stated.key() + "?lang=en")
                            .body())
                    .as(reader)
                    .contains(label(Position.AMENDMENTS_REQUESTED, Locale.ENGLISH));
        }
    }

    @Test
    void anObjectionInASilenceIsForThoseWhoDecide() {
        String id = chamber.silence();
        Map<String, String> words = Map.of("en", MARKER + " again.", "ru", MARKER + " снова.");
        Browser draft = Browser.signedIn(port, "focal-point.kz");
        draft.get("/decisions/" + id);
        draft.post("/decisions/" + id + "/check", Map.of("position", "object", "text.en", MARKER, "text.ru", ""));
        for (String reader : OTHERS) {
            nothingLeaks(reader, Chamber.caseOf(id), id, "", Position.OBJECT);
        }
        assertThat(chamber.says(chamber.as("focal-point.kz"), id, "position", "object", "text", words)
                        .status())
                .isEqualTo(200);
        for (String reader : List.of("donor.eu", "programme-manager", "expert.1")) {
            assertThat(seen(reader, id).path("outcome").asText()).isEqualTo("BROKEN");
            nothingLeaks(reader, Chamber.caseOf(id), id, "", Position.OBJECT);
        }
        for (String reader : List.of("focal-point.kz", "focal-point.kg", "political-officer", "chair")) {
            assertThat(seen(reader, id).toString()).as(reader).contains(MARKER);
        }
    }

    @Test
    void whatIsOnlyKeptIsForItsSenderAndThoseTrusted() {
        String id = chamber.silence("TM");
        Map<String, String> words = Map.of("en", MARKER + " aside.", "ru", MARKER + " в сторону.");
        assertThat(chamber.says(chamber.as("focal-point.tm"), id, "position", "object", "text", words)
                        .code())
                .isEqualTo("doesNotDecide");
        for (String reader : OTHERS) {
            assertThat(seen(reader, id).path("statements")).as(reader).isEmpty();
            nothingLeaks(reader, Chamber.caseOf(id), id, "", Position.OBJECT);
        }
        for (String reader : List.of("focal-point.tm", "political-officer", "chair")) {
            assertThat(seen(reader, id).toString()).as(reader).contains(MARKER);
        }
    }
}
