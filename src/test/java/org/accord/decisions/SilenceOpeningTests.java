package org.accord.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.testing.AccordTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@AccordTest
class SilenceOpeningTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext accord;

    @Autowired
    SilenceOpening opening;

    @Autowired
    DecisionStore store;

    @Autowired
    TransactionTemplate transaction;

    @AfterAll
    static void setTheClockBack() {
        Chamber.setTheEnginesClockBack();
    }

    @Test
    void noSilenceBeginsOnATextThatAnotherDecisionHolds() {
        Chamber chamber = Chamber.open(port, accord);
        String running = chamber.silence();
        JsonNode before = chamber.decision(running);
        DecisionRow row = store.find(running).orElseThrow();

        Optional<String> whyNot = transaction.execute(status -> opening.open(new SilenceOpening.Proposal(
                Actor.person("chair"),
                row.caseKey(),
                "second",
                row.role(),
                new LocalText(Map.of("en", "And this?", "ru", "А это?")),
                "" + row.instanceId(),
                "" + row.waitsAt(),
                "report",
                false,
                true,
                true)));

        assertThat(whyNot).contains("textLocked");
        assertThat(store.newest(row.caseKey(), "second")).isEmpty();
        assertThat(chamber.decision(running)).isEqualTo(before);
    }
}
