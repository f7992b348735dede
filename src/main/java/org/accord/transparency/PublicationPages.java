package org.accord.transparency;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/reports/iati")
class PublicationPages {

    private final Publication publication;

    PublicationPages(Publication publication) {
        this.publication = publication;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        return show(actor, model, "", "", List.of());
    }

    private String show(Actor actor, Model model, String about, String reason, List<Violation> violations) {
        model.addAttribute("entries", publication.entries(actor));
        model.addAttribute("decides", publication.decides(actor));
        model.addAttribute("about", about);
        model.addAttribute("reason", reason);
        model.addAttribute("violations", violations);
        return "transparency/activities";
    }

    @PostMapping("/{key}")
    String decide(
            Actor actor,
            Model model,
            @PathVariable String key,
            @RequestParam(name = "_do", defaultValue = "exclude") String act,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        try {
            if (act.equals("include")) {
                publication.include(actor, key);
            } else {
                publication.exclude(actor, key, reason);
            }
            return "redirect:/reports/iati";
        } catch (Refused refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, model, key, reason, refused.violations());
        }
    }
}
