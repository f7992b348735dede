package org.accord.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.accord.instance.Time;
import org.accord.process.Jobs;

/** A workshop in Kazakhstan next June that is being prepared, driven over the API; the engine works when a step was done. */
public record Delivery(Hearing workshop, Jobs jobs, LocalDate firstDay) {

    public static final int SEATS = 4;
    private static final int DAYS = 3;

    /** Planned for three days; the invitations are to be issued. */
    public static Delivery planned(int port, Jobs jobs, Time time) {
        Answer opened =
                Caller.as(port, "programme-manager").post("/api/v1/cases", Map.of("process", "workshop-delivery"));
        LocalDate today = time.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        Delivery delivery = new Delivery(
                new Hearing(port, opened.json().path("key").asText()),
                jobs,
                LocalDate.of(today.getYear() + 1, Month.JUNE, 3));
        delivery.does("programme-manager", "planDelivery", delivery.plan());
        return delivery;
    }

    /** Each State is asked to nominate. */
    public static Delivery invited(int port, Jobs jobs, Time time) {
        Delivery delivery = planned(port, jobs, time);
        String today = time.instant().toString().substring(0, 10);
        delivery.does("political-officer", "issueInvitations", Map.of("noteNumber", "NV-1", "sentOn", today));
        return delivery;
    }

    private Map<String, Object> plan() {
        Map<String, Object> plan = new HashMap<>();
        plan.put("title", "Border workshop");
        plan.put("titleRu", "Практикум по границам");
        plan.put("hostState", "KZ");
        plan.put("pillar", "II");
        plan.put("startDate", firstDay.toString());
        plan.put("endDate", lastDay().toString());
        plan.put("donor", "EU");
        plan.put("venue", "Almaty");
        plan.put("seatsPerState", SEATS);
        return plan;
    }

    /** The programme manager reports that it does not take place; what was arranged is to be undone. */
    public void cancelled() {
        Caller manager = Caller.as(workshop.port(), "programme-manager");
        String path = "/api/v1/cases/" + key();
        for (JsonNode awaited : manager.get(path).json().path("awaited")) {
            if (awaited.path("message").asText().equals("WorkshopCancelled")) {
                Answer answer = manager.post(
                        path + "/messages/" + awaited.path("id").asText(),
                        Map.of("data", Map.of("cancelReason", "The host asked for it.")));
                if (answer.status() != 200) {
                    throw new AssertionError(key() + " was not cancelled: " + answer.body());
                }
            }
        }
        jobs.runDue();
    }

    public LocalDate lastDay() {
        return firstDay.plusDays(DAYS - 1L);
    }

    public String key() {
        return workshop.key();
    }

    public void does(String userName, String element, Map<String, ?> data) {
        workshop.done(userName, element, data);
        jobs.runDue();
    }
}
