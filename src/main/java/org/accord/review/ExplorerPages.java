package org.accord.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.accord.audit.AuditEntry;
import org.accord.audit.AuditFilter;
import org.accord.audit.AuditLog;
import org.accord.cases.EntryWords;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.accord.programme.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The whole record: searched, and told as a timeline, in one line for each entry, or as a table. */
@Controller
class ExplorerPages {

    private static final int PAGE = 25;

    private final AuditLog log;
    private final EntryWords words;
    private final Programme programme;

    ExplorerPages(AuditLog log, EntryWords words, Programme programme) {
        this.log = log;
        this.words = words;
        this.programme = programme;
    }

    record Line(AuditEntry entry, String words) {}

    @GetMapping("/audit")
    String search(
            Actor actor, Model model, Locale locale, HttpServletResponse response, @ModelAttribute Search search) {
        model.addAttribute("actions", log.actions(actor));
        model.addAttribute("asked", search);
        model.addAttribute("roles", programme.roles());
        model.addAttribute("states", programme.states());
        model.addAttribute("violations", List.of());
        model.addAttribute("page", new Page<>(List.of(), null));
        try {
            AuditFilter filter = search.filter(programme.zone());
            model.addAttribute("filter", filter);
            model.addAttribute("page", find(actor, filter, search, locale));
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", refused.code());
            model.addAttribute("violations", refused.violations());
        }
        return "review/explorer";
    }

    private Page<Line> find(Actor actor, AuditFilter filter, Search search, Locale locale) {
        Page<AuditEntry> page = log.find(actor, filter, PAGE, search.after().isEmpty() ? null : search.after());
        List<Line> lines = page.items().stream()
                .map(entry -> new Line(entry, words.of(entry, locale)))
                .toList();
        return new Page<>(lines, page.next());
    }
}
