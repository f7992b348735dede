package org.accord.decisions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a decision: a position is chosen by its button, looked at once more, and confirmed. */
@Controller
@RequestMapping("/decisions/{id}")
class DecisionPages {

    private static final String WITHDRAW = "withdraw";

    private final Decisions decisions;
    private final DecisionBasis basis;
    private final Explanation explanation;
    private final Programme programme;

    DecisionPages(Decisions decisions, DecisionBasis basis, Explanation explanation, Programme programme) {
        this.decisions = decisions;
        this.basis = basis;
        this.explanation = explanation;
        this.programme = programme;
    }

    @GetMapping
    String decision(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String id,
            @RequestParam(name = "for", required = false) @Nullable String sender) {
        Decision decision = decisions.find(actor, id, sender);
        return show(actor, model, locale, decision, basis.draft(actor, decision), List.of(), null);
    }

    private String show(
            Actor actor,
            Model model,
            Locale locale,
            Decision decision,
            Map<String, String> words,
            List<Violation> violations,
            @Nullable Refused refused) {
        model.addAttribute("decision", decision);
        model.addAttribute("explanation", explanation.of(decision, locale));
        model.addAttribute("options", basis.options(actor, decision, locale));
        model.addAttribute("words", words);
        model.addAttribute("languages", programme.languages());
        model.addAttribute("violations", violations);
        model.addAttribute("refused", refused);
        model.addAttribute("text", basis.text(actor, decision));
        model.addAttribute("changes", basis.changes(actor, decision));
        return "decisions/decision";
    }

    /** Back from the check, with what was written. */
    @PostMapping("/write")
    String write(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String id,
            @RequestParam(name = "for", required = false) @Nullable String sender,
            @RequestParam Map<String, String> parameters) {
        return show(actor, model, locale, decisions.find(actor, id, sender), words(parameters), List.of(), null);
    }

    @PostMapping("/check")
    String check(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String id,
            @RequestParam(name = "for", required = false) @Nullable String sender,
            @RequestParam(defaultValue = "") String position,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response) {
        Decision decision = decisions.find(actor, id, sender);
        Map<String, String> words = words(parameters);
        if (!position.equals(WITHDRAW)) {
            basis.keepDraft(actor, decision, position, words);
            try {
                decisions.check(actor, id, new Statement(position, words, sender));
            } catch (Refused refused) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return show(actor, model, locale, decision, words, refused.violations(), null);
            }
        }
        model.addAttribute("decision", decision);
        model.addAttribute("position", position);
        model.addAttribute("label", basis.label(actor, decision, position, locale));
        model.addAttribute("words", words);
        model.addAttribute("final", !position.equals("extend") && !position.equals("correction"));
        return "decisions/check";
    }

    @PostMapping("/positions")
    String state(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String id,
            @RequestParam(name = "for", required = false) @Nullable String sender,
            @RequestParam(defaultValue = "") String position,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Map<String, String> words = words(parameters);
        try {
            Decision after = position.equals(WITHDRAW)
                    ? decisions.withdraw(actor, id, sender)
                    : decisions.state(actor, id, new Statement(position, words, sender));
            flash.addFlashAttribute(
                    "receipt", after.voice() == null ? null : after.voice().entry());
            if (!after.otherVoices().isEmpty()) {
                flash.addAttribute("for", sender);
            }
            return "redirect:/decisions/" + after.id();
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.NOT_FOUND) {
                throw refused;
            }
            response.setStatus(status(refused).value());
            return show(actor, model, locale, decisions.find(actor, id, sender), words, refused.violations(), refused);
        }
    }

    private static HttpStatus status(Refused refused) {
        return switch (refused.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_PERMITTED -> HttpStatus.FORBIDDEN;
            case CONFLICT, NOT_FOUND -> HttpStatus.CONFLICT;
        };
    }

    private Map<String, String> words(Map<String, String> parameters) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String language : programme.languages()) {
            String text = parameters.getOrDefault("text." + language, "").strip();
            if (!text.isEmpty()) {
                words.put(language, text.replace("\r\n", "\n"));
            }
        }
        return words;
    }
}
