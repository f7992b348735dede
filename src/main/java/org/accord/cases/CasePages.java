package org.accord.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.accord.process.AwaitedMessage;
import org.accord.tasks.Inbox;
import org.accord.tasks.Talk;
import org.accord.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class CasePages {

    private static final int PAGE = 25;
    private static final int TIMELINE = 100;

    private final Cases cases;
    private final CaseRegister register;
    private final CaseHistory history;
    private final Inbox inbox;
    private final CasePapers papers;
    private final Forms forms;
    private final Talk talk;

    CasePages(
            Cases cases,
            CaseRegister register,
            CaseHistory history,
            Inbox inbox,
            CasePapers papers,
            Forms forms,
            Talk talk) {
        this.talk = talk;
        this.cases = cases;
        this.register = register;
        this.history = history;
        this.inbox = inbox;
        this.papers = papers;
        this.forms = forms;
    }

    @GetMapping("/cases")
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String after) {
        model.addAttribute("page", cases.page(actor, blankToNull(process), status(status), PAGE, after));
        model.addAttribute("process", process);
        model.addAttribute("status", status);
        model.addAttribute("startable", cases.startable(actor));
        model.addAttribute("statuses", CaseFile.Status.values());
        return "cases/list";
    }

    private static CaseFile.@Nullable Status status(String word) {
        if (word.isBlank()) {
            return null;
        }
        try {
            return CaseFile.Status.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(Violation.of("status", "notAnOption", word));
        }
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value;
    }

    @PostMapping("/cases")
    String open(Actor actor, @RequestParam String process) {
        return "redirect:/cases/" + cases.open(actor, process).key();
    }

    @GetMapping("/cases/{key}")
    String one(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String after) {
        CaseFile file = cases.find(actor, key);
        List<TaskView> tasks = inbox.ofCase(actor, key);
        model.addAttribute("file", file);
        model.addAttribute("processName", cases.processName(file));
        model.addAttribute("outcome", cases.outcome(file));
        model.addAttribute("parent", file.parent());
        model.addAttribute("children", cases.children(actor, key));
        model.addAttribute("open", tasks.stream().filter(TaskView::isOpen).toList());
        model.addAttribute("standing", cases.standing(actor, key));
        model.addAttribute("participants", register.standings(key));
        model.addAttribute("reportable", cases.reportable(actor, key));
        model.addAttribute("papers", papers.of(actor, key, locale));
        model.addAttribute("said", talk.of(actor, List.of(key)).getOrDefault(key, Talk.Said.NOTHING));
        model.addAttribute("seen", cases.look(actor, key, "case").orElse(null));
        model.addAttribute("history", history.timeline(actor, file, TIMELINE, after, locale));
        return "cases/case";
    }

    @GetMapping(path = "/cases/{key}/diagram.svg", produces = "image/svg+xml;charset=UTF-8")
    @ResponseBody
    String diagram(
            Actor actor,
            Locale locale,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer step) {
        return cases.diagram(actor, key, locale, step);
    }

    @GetMapping("/cases/{key}/report/{id}")
    String report(Actor actor, Model model, Locale locale, @PathVariable String key, @PathVariable String id) {
        return showReport(actor, model, locale, key, cases.reportable(actor, key, id), Map.of(), List.of());
    }

    private String showReport(
            Actor actor,
            Model model,
            Locale locale,
            String key,
            AwaitedMessage message,
            Map<String, ?> data,
            List<Violation> violations) {
        model.addAttribute("file", cases.find(actor, key));
        model.addAttribute("message", message);
        model.addAttribute("violations", violations);
        String form = message.form();
        if (form != null) {
            model.addAttribute(
                    "form", forms.view(forms.current(form), data, register.context(key), violations, locale, false));
        }
        return "cases/report";
    }

    @PostMapping("/cases/{key}/report/{id}")
    String reported(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String key,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        AwaitedMessage message = cases.reportable(actor, key, id);
        String form = message.form();
        Map<String, Object> data = form == null ? Map.of() : forms.read(forms.current(form), request.getParameterMap());
        try {
            cases.report(actor, key, id, data);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return showReport(actor, model, locale, key, message, data, refused.violations());
        }
        return "redirect:/cases/{key}";
    }
}
