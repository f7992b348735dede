package org.accord.mandates;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.programme.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Posts and their rights: who holds what, what waits for a second person, and what was decided. */
@Controller
@RequestMapping("/admin/mandates")
class MandatePages {

    private static final String HERE = "redirect:/admin/mandates";
    private static final Typed NOTHING = new Typed(null, null, null, null, null, null, null, null, null);

    private final Mandates mandates;
    private final Programme programme;

    MandatePages(Mandates mandates, Programme programme) {
        this.mandates = mandates;
        this.programme = programme;
    }

    @GetMapping
    String all(Actor actor, Model model) {
        List<MandateChange> changes = mandates.changes(actor);
        model.addAttribute(
                "waiting", changes.stream().filter(MandateChange::isOpen).toList());
        model.addAttribute(
                "decided", changes.stream().filter(change -> !change.isOpen()).toList());
        model.addAttribute(
                "confirmable",
                changes.stream()
                        .filter(change -> mandates.mayConfirm(actor, change))
                        .map(MandateChange::number)
                        .toList());
        model.addAttribute("held", mandates.held(actor));
        model.addAttribute("delegated", mandates.delegated(actor));
        model.addAttribute("proposes", mandates.mayPropose(actor));
        model.addAttribute("roles", programme.roles());
        model.addAttribute("states", programme.states());
        model.addAttribute("organisations", programme.organisations());
        model.addAttribute("agencies", programme.agencies());
        model.addAttribute("pillars", programme.pillars());
        model.addAttribute("languages", programme.languages());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", NOTHING);
            model.addAttribute("typedPost", Map.of());
            model.addAttribute("violations", List.of());
        }
        return "mandates/all";
    }

    private interface Act {
        void run();
    }

    /** What is refused is told on the page, with what was typed; but not to whom the page is not for. */
    private String tell(
            Actor actor, Model model, Typed typed, Map<String, String> post, HttpServletResponse response, Act act) {
        try {
            act.run();
            return HERE;
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_PERMITTED && !mandates.mayPropose(actor)) {
                throw refused;
            }
            response.setStatus(
                    (refused.violations().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY).value());
            model.addAttribute("typed", typed);
            model.addAttribute("typedPost", post);
            model.addAttribute("problem", refused);
            model.addAttribute("violations", refused.violations());
            return all(actor, model);
        }
    }

    /** Proposes to give a mandate, or to end one. */
    @PostMapping
    String propose(
            Actor actor,
            Model model,
            @ModelAttribute Typed typed,
            @RequestParam(name = "_do", defaultValue = "grant") String act,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return tell(actor, model, typed, Map.of(), response, () -> {
            MandateChange proposed = act.equals("end")
                    ? mandates.end(actor, typed.userName(), typed.mandate(), typed.end(), typed.reason())
                    : mandates.grant(actor, typed.userName(), typed.mandate(), typed.reason());
            flash.addFlashAttribute("done", "proposed");
            flash.addFlashAttribute("number", proposed.number());
        });
    }

    @PostMapping("/posts")
    String addPost(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String userName,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Map<String, String> names = new HashMap<>();
        programme
                .languages()
                .forEach(language -> names.put(
                        language,
                        Objects.requireNonNullElse(request.getParameter("name-" + language), "")
                                .strip()));
        Map<String, String> typed = new HashMap<>(names);
        typed.put("userName", userName);
        return tell(actor, model, NOTHING, typed, response, () -> {
            mandates.addPost(actor, userName.strip(), names);
            flash.addFlashAttribute("done", "postAdded");
        });
    }

    @PostMapping("/{number}/{act:confirm|refuse|withdraw}")
    String decide(
            Actor actor,
            Model model,
            @PathVariable long number,
            @PathVariable String act,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return tell(actor, model, NOTHING, Map.of(), response, () -> {
            MandateChange decided =
                    switch (act) {
                        case "confirm" -> mandates.confirm(actor, number);
                        case "refuse" -> mandates.refuse(actor, number);
                        default -> mandates.withdraw(actor, number);
                    };
            flash.addFlashAttribute("done", decided.status().name());
            flash.addFlashAttribute("number", number);
        });
    }
}
