package org.accord.operations;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.instance.Sign;
import org.accord.instance.Time;
import org.accord.instance.Vital;
import org.accord.process.Jobs;
import org.accord.programme.Programme;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class OperationPages {

    private final Permissions permissions;
    private final Time time;
    private final Jobs jobs;
    private final Programme programme;
    private final List<Vital> vitals;
    private final Versions versions;

    OperationPages(
            Permissions permissions, Time time, Jobs jobs, Programme programme, List<Vital> vitals, Versions versions) {
        this.vitals = vitals;
        this.versions = versions;
        this.permissions = permissions;
        this.time = time;
        this.jobs = jobs;
        this.programme = programme;
    }

    @GetMapping("/operations")
    String overview(Actor actor, Model model) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        model.addAttribute("signs", signs());
        model.addAttribute("versions", versions.all());
        model.addAttribute("nextTimer", jobs.nextTimer().orElse(null));
        model.addAttribute(
                "local",
                LocalDateTime.ofInstant(time.instant(), programme.zone())
                        .withNano(0)
                        .withSecond(0));
        model.addAttribute("mayMove", permissions.may(actor, Right.MOVE_CLOCK, Scope.PROGRAMME));
        return "operations/overview";
    }

    /** The worst first. */
    private List<Sign> signs() {
        return vitals.stream()
                .flatMap(vital -> vital.signs().stream())
                .sorted(Comparator.comparing(Sign::level).thenComparing(Sign::topic))
                .toList();
    }

    /** Moves the clock to a moment in the zone of the secretariat; what became due meanwhile runs at once. */
    @PostMapping("/operations/clock")
    String moveClock(Actor actor, @RequestParam String moment) {
        permissions.require(actor, Right.MOVE_CLOCK, Scope.PROGRAMME);
        time.moveTo(actor, parse(moment).atZone(programme.zone()).toInstant());
        jobs.runDue();
        return "redirect:/operations";
    }

    @GetMapping("/operations/failures")
    String failures(Actor actor, Model model) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        model.addAttribute("failures", jobs.failures());
        return "operations/failures";
    }

    /** Tries a failed step once more. */
    @PostMapping("/operations/failures/{id}/retry")
    String retry(Actor actor, @PathVariable String id, RedirectAttributes flash) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        jobs.retry(actor, id);
        flash.addFlashAttribute("retried", true);
        return "redirect:/operations/failures";
    }

    private static LocalDateTime parse(String moment) {
        try {
            return LocalDateTime.parse(moment);
        } catch (DateTimeParseException e) {
            throw Refused.invalid(Violation.of("moment", "notADate", moment));
        }
    }
}
