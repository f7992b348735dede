package org.accord.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Answer;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Delivery;
import org.accord.testing.Hearing;
import org.accord.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A State names its people for a workshop: by name, of its own, and no more than it has seats. */
@AccordTest
class NominationTests {

    private static final int SEATS = Delivery.SEATS;

    @LocalServerPort
    int port;

    @Autowired
    Jobs jobs;

    @Autowired
    Time time;

    private Hearing delivery;

    @BeforeEach
    void statesAreInvited() {
        jobs.stop();
        delivery = Delivery.invited(port, jobs, time).workshop();
    }

    @AfterEach
    void goOn() {
        jobs.start();
    }

    private static Map<String, Object> nominee(int number, String state) {
        Map<String, Object> nominee = new HashMap<>();
        nominee.put("nomineeName", "Nominee " + number);
        nominee.put("nomineePost", "Officer");
        nominee.put("nomineeAgency", "MFA");
        nominee.put("nomineeSex", number == 1 ? "female" : "male");
        nominee.put("nomineeState", state);
        return nominee;
    }

    private Answer nominated(List<Map<String, Object>> nominees, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("noteNumber", "KZ-1");
        data.put("nominees", nominees);
        return delivery.complete("focal-point.kz", delivery.task("focal-point.kz", "nominateParticipants"), data);
    }

    private static List<Map<String, Object>> nominees(int count) {
        List<Map<String, Object>> nominees = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            nominees.add(nominee(i, "KZ"));
        }
        return nominees;
    }

    @Test
    void theNamedAreCountedAndTheirWomenToo() {
        JsonNode task = delivery.task("focal-point.kz", "nominateParticipants");
        assertThat(nominated(nominees(SEATS), Map.of()).status()).isEqualTo(200);
        JsonNode data = Caller.as(port, "focal-point.kz")
                .get("/api/v1/tasks/" + task.path("id").asText())
                .json()
                .path("data");
        assertThat(data.path("nomineesCount").asInt()).isEqualTo(SEATS);
        assertThat(data.path("nomineesWomen").asInt()).isEqualTo(1);
    }

    @Test
    void aSeventhNomineeForFourSeatsIsRefused() {
        assertThat(nominated(nominees(7), Map.of()).violations()).containsExactly("nomineesCount:max");
    }

    @Test
    void aNomineeWithoutAStateOrOfAnotherIsRefusedAtTheirPlace() {
        Map<String, Object> stateless = nominee(2, "KZ");
        stateless.remove("nomineeState");
        assertThat(nominated(List.of(nominee(1, "KZ"), stateless), Map.of()).violations())
                .containsExactly("nominees[1].nomineeState:required");
        assertThat(nominated(List.of(nominee(1, "UZ")), Map.of()).violations())
                .containsExactly("nominees[0].nomineeState:notAnOption");
    }

    @Test
    void aWrongCountIsToldWhatItComesTo() {
        Answer refused = nominated(nominees(2), Map.of("nomineesCount", 3));
        assertThat(refused.violations()).containsExactly("nomineesCount:equals");
    }

    @ParameterizedTest
    @CsvSource({"en,1280,true", "ru,360,false"})
    void thePageLooksRight(String language, int width, boolean scripts) {
        String task = delivery.task("focal-point.kz", "nominateParticipants")
                .path("id")
                .asText();
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "focal-point.kz", language, width, scripts)
                    .open("/tasks/" + task)
                    .looksRight("nominations");
            assertThat(chromium.complaints()).isEmpty();
        }
    }
}
