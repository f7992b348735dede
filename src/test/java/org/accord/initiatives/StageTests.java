package org.accord.initiatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accord.cases.CaseFile;
import org.accord.core.LocalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTests {

    private static final Instant FIRST = Instant.parse("2013-05-14T06:00:00Z");

    /** {@code process:outcome}, or {@code process} alone while it runs; what comes later started and ended later. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "none, PLANNED",
                "workshop, PROPOSED",
                "workshop:approved, APPROVED",
                "workshop:rejected, PLANNED",
                "workshop:lapsed, PLANNED",
                "workshop:withdrawn, PLANNED",
                "workshop:approved workshop-delivery, UNDER_WAY",
                "workshop:approved workshop-delivery:closedWithReport, HELD",
                "workshop:approved workshop-delivery:closedWithoutReport, HELD",
                "workshop:approved workshop-delivery:cancelledWithCosts, APPROVED",
                "workshop-delivery:closedWithReport follow-up, FOLLOW_UP",
                "workshop-delivery:closedWithReport follow-up:achieved, ACHIEVED",
                "workshop-delivery:closedWithReport follow-up:closedNotAchieved, CLOSED",
                "workshop-delivery:closedWithReport follow-up:carriedToNextPlan, CARRIED",
                "workshop-delivery:closedWithReport follow-up:suspended, SUSPENDED",
                "follow-up:suspended workshop, PROPOSED",
                "follow-up:achieved workshop:approved, APPROVED",
                "follow-up:achieved workshop:rejected, ACHIEVED",
                "workshop follow-up, FOLLOW_UP",
                "follow-up workshop-delivery, FOLLOW_UP",
                "approval:approved, PLANNED"
            })
    void whatServesAnInitiativeTellsHowFarItHasCome(String work, Stage stage) {
        List<CaseFile> files = new ArrayList<>();
        for (String one : work == null ? new String[0] : work.split(" ")) {
            files.add(file(one, files.size()));
        }
        assertThat(Stage.of(files)).isEqualTo(stage);
    }

    private static CaseFile file(String work, int nth) {
        String process = work.split(":")[0];
        String outcome = work.contains(":") ? work.split(":")[1] : null;
        Instant started = FIRST.plusSeconds(nth);
        return new CaseFile(
                "WKS-2013-00" + nth,
                process,
                null,
                null,
                null,
                new LocalText(Map.of("en", "Workshop")),
                outcome == null ? CaseFile.Status.RUNNING : CaseFile.Status.ENDED,
                outcome,
                null,
                "II",
                "II-01",
                null,
                null,
                false,
                false,
                "programme-manager",
                started,
                outcome == null ? null : started.plusSeconds(3600));
    }
}
