package org.accord.audit;

import org.accord.core.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AuditPages {

    private static final int PAGE = 50;

    private final AuditLog log;

    AuditPages(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/audit")
    String search(
            Actor actor,
            Model model,
            @RequestParam(name = "case", defaultValue = "") String caseKey,
            @RequestParam(name = "actor", defaultValue = "") String person,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        AuditFilter filter =
                new AuditFilter(given(caseKey), given(person), given(action), given(state), null, null, given(q));
        model.addAttribute("page", log.find(actor, filter, PAGE, after));
        model.addAttribute("caseKey", caseKey);
        model.addAttribute("person", person);
        model.addAttribute("action", action);
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        return "audit/search";
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
