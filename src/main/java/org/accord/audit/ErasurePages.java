package org.accord.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** Where the records officer erases words of the record. */
@Controller
class ErasurePages {

    private final Erasures erasures;

    ErasurePages(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping("/records/erasures")
    String form(Actor actor, Model model) {
        erasures.requireRecordsOfficer(actor);
        return show(model, "", "", List.of());
    }

    private static String show(Model model, String entry, String reason, List<Violation> violations) {
        model.addAttribute("entry", entry);
        model.addAttribute("reason", reason);
        model.addAttribute("violations", violations);
        return "audit/erasures";
    }

    @PostMapping("/records/erasures")
    String erase(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            erasures.erase(actor, number(entry), reason);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(model, entry, reason, refused.violations());
        }
        flash.addFlashAttribute("erased", entry.strip());
        return "redirect:/records/erasures";
    }

    private static long number(String entry) {
        try {
            return Long.parseLong(entry.strip());
        } catch (NumberFormatException e) {
            throw Refused.invalid(Violation.of("entry", "notANumber", entry));
        }
    }
}
