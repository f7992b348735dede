package org.accord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.instance.Time;
import org.accord.process.Jobs;

/** A workshop in Kazakhstan next June, driven over the API from its proposal on; the engine works when a step was done. */
public record Proposal(Hearing workshop, Jobs jobs, LocalDate firstDay) {

    public static Proposal opened(int port, Jobs jobs, Time time) {
        Answer opened = Caller.as(port, "programme-manager").post("/api/v1/cases", Map.of("process", "workshop"));
        int year = time.instant().atOffset(ZoneOffset.UTC).getYear() + 1;
        Proposal proposal = new Proposal(
                new Hearing(port, opened.json().path("key").asText()), jobs, LocalDate.of(year, Month.JUNE, 3));
        proposal.does("programme-manager", "selectInitiative", initiative());
        return proposal;
    }

    private static Map<String, Object> initiative() {
        Map<String, Object> initiative = new HashMap<>();
        initiative.put("title", "Border workshop");
        initiative.put("titleRu", "Практикум по границам");
        initiative.put("origin", "plan");
        initiative.put("initiative", "II-01");
        initiative.put("pillar", "II");
        return initiative;
    }

    public String key() {
        return workshop.key();
    }

    public void does(String userName, String element, Map<String, ?> data) {
        workshop.done(userName, element, data);
        jobs.runDue();
    }

    public Map<String, Object> of(int days) {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("submission", "submit");
        proposal.put("hostState", "KZ");
        proposal.put("startDate", firstDay.toString());
        proposal.put("endDate", firstDay.plusDays(days - 1L).toString());
        proposal.put("objectiveEn", "Border services exchange what they know.");
        proposal.put("objectiveRu", "Пограничные службы обмениваются сведениями.");
        proposal.put("participantsPlanned", 40);
        proposal.put("result", "II.1");
        proposal.put("genderMarker", "2");
        return proposal;
    }

    /** Written and found favourable by both reviewers. */
    public Proposal reviewed(int days) {
        does("programme-manager", "writeProposal", of(days));
        does(
                "me-officer",
                "reviewTechnically",
                Map.of("technicalReview", "favourable", "indicator", "Posts that exchange"));
        does("political-officer", "reviewPolitically", Map.of("politicalReview", "favourable", "duplication", "no"));
        return this;
    }

    /** With one line of the cost plan; seven per cent support costs come on top. */
    public Proposal costed(int travel) {
        return costed(List.of(Map.of("heading", "travel", "lineAmount", travel)));
    }

    public Proposal costed(List<Map<String, ?>> lines) {
        does("programme-manager", "prepareCostPlan", costPlan(lines));
        return this;
    }

    public static Map<String, Object> costPlan(List<Map<String, ?>> lines) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("lines", lines);
        plan.put("supportRate", "7");
        plan.put("donor", "EU");
        plan.put("sensitivity", "normal");
        plan.put("donorChange", "within");
        plan.put("costBasis", "Forty participants.");
        return plan;
    }

    public void approvedBy(String userName, String element) {
        does(userName, element, Map.of("decision", "approve"));
    }

    public String page(String userName, String element, String language) {
        JsonNode task = workshop.task(userName, element);
        return Browser.signedIn(workshop.port(), userName)
                .get("/tasks/" + task.path("id").asText() + "?lang=" + language)
                .body();
    }

    /** The steps that are open now. */
    public List<String> waiting() {
        return workshop.tasks("auditor").stream()
                .map(task -> task.path("element").asText())
                .sorted()
                .toList();
    }
}
