package org.accord.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.accord.audit.AuditEntry;
import org.accord.audit.AuditLog;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Subject;
import org.accord.core.Violation;
import org.accord.process.PassedStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The way of a case, step by step on the diagram of its process. */
@Controller
class CaseStepPages {

    private static final String DONE = "task.completed";

    private final Cases cases;
    private final AuditLog log;

    CaseStepPages(Cases cases, AuditLog log) {
        this.cases = cases;
        this.log = log;
    }

    @GetMapping("/cases/{key}/steps")
    String steps(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer step) {
        CaseFile file = cases.find(actor, key);
        List<PassedStep> steps = cases.steps(actor, key);
        int place = steps.isEmpty() ? -1 : place(steps, step);
        PassedStep shown = place < 0 ? null : steps.get(place);
        model.addAttribute("file", file);
        model.addAttribute("processName", cases.processName(file));
        model.addAttribute("steps", steps);
        model.addAttribute("shown", shown);
        model.addAttribute("before", place > 0 ? steps.get(place - 1) : null);
        model.addAttribute("after", place >= 0 && place < steps.size() - 1 ? steps.get(place + 1) : null);
        model.addAttribute(
                "done", shown == null ? null : doneBy(actor, file, shown).orElse(null));
        return "cases/steps";
    }

    /** Refuses a step that the case has not, or that the reader may not know of ({@code outOfRange}). */
    private static int place(List<PassedStep> steps, @Nullable Integer asked) {
        for (int place = 0; place < steps.size(); place++) {
            if (asked == null || steps.get(place).number() == asked) {
                return place;
            }
        }
        throw Refused.invalid(Violation.of(
                "step", "outOfRange", 1, steps.get(steps.size() - 1).number(), String.valueOf(asked)));
    }

    private Optional<AuditEntry> doneBy(Actor actor, CaseFile file, PassedStep step) {
        return step.taskId() == null
                ? Optional.empty()
                : log.about(actor, file.process(), new Subject("task", step.taskId()), DONE);
    }
}
