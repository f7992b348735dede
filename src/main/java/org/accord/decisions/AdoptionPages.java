package org.accord.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.decisions.Decision.Seat;
import org.accord.texts.TextVersion;
import org.accord.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The adoption room: who has said what, on which text, and when it is adopted. */
@Controller
class AdoptionPages {

    private final Decisions decisions;
    private final Cases cases;
    private final Texts texts;
    private final Explanation explanation;

    AdoptionPages(Decisions decisions, Cases cases, Texts texts, Explanation explanation) {
        this.decisions = decisions;
        this.cases = cases;
        this.texts = texts;
        this.explanation = explanation;
    }

    /**
     * A State in the room.
     *
     * @param seats by topic, the seat in the newest round; absent where it has none
     */
    record Row(String state, Map<String, Seat> seats) {}

    /** A round with its explanation. */
    record Round(Decision decision, String explanation) {}

    @GetMapping("/adoption/{key}")
    String room(Actor actor, Model model, Locale locale, @PathVariable String key) {
        CaseFile file = cases.find(actor, key);
        List<Decision> all = decisions.ofCase(actor, key);
        Map<String, Decision> newest = new LinkedHashMap<>();
        all.forEach(decision -> newest.put(decision.topic(), decision));
        List<TextVersion> versions = texts.versions(actor, key);
        model.addAttribute("file", file);
        model.addAttribute("topics", newest.values());
        model.addAttribute("rows", rows(newest));
        model.addAttribute("current", current(all));
        model.addAttribute(
                "rounds",
                all.stream()
                        .map(decision -> new Round(decision, explanation.of(decision, locale)))
                        .toList());
        model.addAttribute("version", versions.isEmpty() ? null : versions.get(0));
        model.addAttribute("standing", cases.standing(actor, key));
        return "decisions/adoption";
    }

    private static @Nullable Decision current(List<Decision> all) {
        return all.stream()
                .filter(Decision::isOpen)
                .reduce((one, later) -> later)
                .orElse(null);
    }

    private static List<Row> rows(Map<String, Decision> newest) {
        Map<String, Map<String, Seat>> byState = new LinkedHashMap<>();
        newest.forEach((topic, decision) -> decision.seats().stream()
                .filter(Seat::state)
                .forEach(seat -> byState.computeIfAbsent(seat.voter(), state -> new LinkedHashMap<>())
                        .put(topic, seat)));
        List<Row> rows = new ArrayList<>();
        byState.forEach((state, seats) -> rows.add(new Row(state, seats)));
        return rows;
    }
}
