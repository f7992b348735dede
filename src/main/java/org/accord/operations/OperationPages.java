package org.accord.operations;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.core.Violation;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.programme.Programme;
import org.accord.seals.Seals;
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
    private final Seals seals;

    OperationPages(Permissions permissions, Time time, Jobs jobs, Programme programme, Seals seals) {
        this.seals = seals;
        this.permissions = permissions;
        this.time = time;
        this.jobs = jobs;
        this.programme = programme;
    }

    @GetMapping("/operations")
    String overview(Actor actor, Model model) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        model.addAttribute("failed", jobs.failed());
        model.addAttribute("sealing", seals.isSealing());
        model.addAttribute("running", jobs.isRunning());
        model.addAttribute("nextTimer", jobs.nextTimer().orElse(null));
        model.addAttribute(
                "local",
                LocalDateTime.ofInstant(time.instant(), programme.zone())
                        .withNano(0)
                        .withSecond(0));
        model.addAttribute("mayMove", permissions.may(actor, Right.MOVE_CLOCK, Scope.PROGRAMME));
        return "operations/overview";
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
