package org.accord.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many approvals on one page: chosen, checked, decided, and told one by one what came of each. */
@Controller
class ApprovalPages {

    private static final Pattern CHOSEN = Pattern.compile("([^@]{1,64})@([0-9]{1,9})");

    private final Approvals approvals;

    ApprovalPages(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping("/approvals")
    String approvals(Actor actor, Model model) {
        return show(actor, model, new Approvals.Bulk(Map.of(), "", ""), List.of());
    }

    private String show(Actor actor, Model model, Approvals.Bulk typed, List<Violation> faults) {
        model.addAttribute("items", approvals.waiting(actor));
        model.addAttribute("typed", typed);
        model.addAttribute("violations", faults);
        model.addAttribute(
                "faults",
                faults.stream().collect(Collectors.toMap(Violation::field, fault -> fault, (first, again) -> first)));
        return "tasks/approvals";
    }

    @PostMapping("/approvals")
    String decide(
            Actor actor,
            Model model,
            @RequestParam(name = "task", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "_do", defaultValue = "check") String act,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Approvals.Bulk bulk = new Approvals.Bulk(versions(chosen), decision, reason);
        if (act.equals("change")) {
            return show(actor, model, bulk, List.of());
        }
        List<Violation> faults = bulk.faults();
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, model, bulk, faults);
        }
        if (!act.equals("submit")) {
            model.addAttribute("typed", bulk);
            model.addAttribute(
                    "items",
                    approvals.waiting(actor).stream()
                            .filter(item ->
                                    bulk.versions().containsKey(item.task().id()))
                            .toList());
            return "tasks/approvals-check";
        }
        flash.addFlashAttribute("results", approvals.decide(actor, bulk));
        return "redirect:/approvals";
    }

    private static Map<String, Integer> versions(List<String> chosen) {
        Map<String, Integer> versions = new LinkedHashMap<>();
        for (String one : chosen) {
            Matcher match = CHOSEN.matcher(one);
            if (!match.matches()) {
                throw Refused.invalid(Violation.of("task", "notAnOption", one, one));
            }
            versions.put(match.group(1), Integer.valueOf(match.group(2)));
        }
        return versions;
    }
}
