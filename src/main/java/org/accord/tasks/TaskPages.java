package org.accord.tasks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Violation;
import org.accord.forms.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The task as pages. It is written, checked on a page of its own, and then handed in. */
@Controller
class TaskPages {

    private final Inbox inbox;
    private final Tasks tasks;
    private final Forms forms;
    private final TaskBasis basis;
    private final Dossier dossier;
    private final Attachments attachments;
    private final Talk talk;

    TaskPages(
            Inbox inbox,
            Tasks tasks,
            Forms forms,
            TaskBasis basis,
            Dossier dossier,
            Attachments attachments,
            Talk talk) {
        this.talk = talk;
        this.attachments = attachments;
        this.dossier = dossier;
        this.basis = basis;
        this.inbox = inbox;
        this.tasks = tasks;
        this.forms = forms;
    }

    @GetMapping("/tasks/{id}")
    String task(Actor actor, Model model, Locale locale, @PathVariable String id) {
        TaskView task = inbox.find(actor, id);
        tasks.draft(actor, id).ifPresent(draft -> model.addAttribute("savedAt", draft.savedAt()));
        return show(actor, model, locale, task, tasks.prefilled(actor, id), List.of());
    }

    private String show(
            Actor actor, Model model, Locale locale, TaskView task, Map<String, ?> data, List<Violation> violations) {
        model.addAttribute("task", task);
        model.addAttribute("violations", violations);
        model.addAttribute(
                "said", talk.of(actor, List.of(task.caseKey())).getOrDefault(task.caseKey(), Talk.Said.NOTHING));
        if (!task.isOpen()) {
            return showClosed(actor, model, locale, task);
        }
        boolean mayAct = task.isReaders();
        Optional<String> barredBy = tasks.bars(actor, task.id());
        barredBy.ifPresent(step -> {
            model.addAttribute("barredBy", tasks.stepName(actor, task.id(), step));
            model.addAttribute("able", tasks.able(actor, task.id()));
        });
        model.addAttribute("mayAct", mayAct && barredBy.isEmpty());
        model.addAttribute(
                "form", forms.view(task.form(), data, tasks.context(actor, task.id()), violations, locale, !mayAct));
        model.addAttribute("dossier", dossier.of(actor, task, locale));
        model.addAttribute("contents", attachments.contents());
        return "tasks/task";
    }

    private String showClosed(Actor actor, Model model, Locale locale, TaskView task) {
        model.addAttribute("basis", basis.papers(actor, task.caseKey(), locale));
        model.addAttribute("attachments", attachments.of(actor, task.id()));
        List<TaskView> open = inbox.page(actor, TaskFilter.ofCase(task.caseKey()), Inbox.LARGEST_PAGE, null)
                .items();
        model.addAttribute(
                "next", open.stream().filter(one -> one.reason().isToDo()).toList());
        model.addAttribute(
                "others", open.stream().filter(one -> !one.reason().isToDo()).toList());
        return "tasks/done";
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(Actor actor, @PathVariable String id) {
        tasks.claim(actor, id);
        return "redirect:/tasks/{id}";
    }

    @PostMapping("/tasks/{id}/release")
    String release(Actor actor, @PathVariable String id) {
        tasks.release(actor, id);
        return "redirect:/tasks/{id}";
    }

    /** Keeps the draft while its author is writing; answers with the words beside the button. */
    @PostMapping("/tasks/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(Actor actor, @PathVariable String id, HttpServletRequest request) {
        tasks.saveDraft(actor, id, forms.read(inbox.find(actor, id).form(), request.getParameterMap()));
    }

    /** The fields anew while their author is writing, since an answer may show or hide others. */
    @PostMapping("/tasks/{id}/fields")
    String fields(Actor actor, Model model, Locale locale, @PathVariable String id, HttpServletRequest request) {
        TaskView task = inbox.find(actor, id);
        Map<String, Object> data = forms.read(task.form(), request.getParameterMap());
        model.addAttribute("form", forms.view(task.form(), data, tasks.context(actor, id), List.of(), locale, false));
        return "tasks/fields";
    }

    @PostMapping("/tasks/{id}")
    String write(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String id,
            @RequestParam(name = "_do", defaultValue = "save") String act,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        TaskView task = inbox.find(actor, id);
        Map<String, Object> data = forms.read(task.form(), request.getParameterMap());
        try {
            tasks.saveDraft(actor, id, data);
        } catch (Refused refused) {
            return keepText(actor, model, locale, task, data, refused, response);
        }
        if (!act.equals("check")) {
            flash.addFlashAttribute("saved", true);
            return "redirect:/tasks/{id}";
        }
        String chosen = Objects.requireNonNullElse(request.getParameter("_file"), "");
        if (!chosen.isBlank()) {
            model.addAttribute("notAttached", List.of(Violation.of("file", "fileNotAdded", chosen)));
        }
        List<Violation> violations = tasks.check(actor, id, data);
        if (!violations.isEmpty() || !chosen.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(actor, model, locale, task, data, violations);
        }
        model.addAttribute("task", task);
        model.addAttribute("form", forms.view(task.form(), data, tasks.context(actor, id), List.of(), locale, true));
        model.addAttribute("digest", tasks.draftDigest(actor, id));
        model.addAttribute("attachments", attachments.of(actor, id));
        return "tasks/check";
    }

    @PostMapping("/tasks/{id}/submit")
    String submit(
            Actor actor,
            Model model,
            Locale locale,
            @PathVariable String id,
            @RequestParam(name = "_version") int version,
            @RequestParam(name = "_digest", defaultValue = "") String digest,
            HttpServletResponse response) {
        Map<String, Object> data = tasks.draft(actor, id).map(Draft::data).orElseGet(Map::of);
        try {
            if (!digest.isEmpty() && !digest.equals(tasks.draftDigest(actor, id))) {
                throw Refused.conflict("draftChanged");
            }
            tasks.complete(actor, id, version, data, null);
        } catch (Refused refused) {
            return keepText(actor, model, locale, inbox.find(actor, id), data, refused, response);
        }
        return "redirect:/tasks/{id}";
    }

    /** Shows the task again with what was written, and says why it was not taken. */
    private String keepText(
            Actor actor,
            Model model,
            Locale locale,
            TaskView task,
            Map<String, Object> data,
            Refused refused,
            HttpServletResponse response) {
        if (refused.kind() == Refused.Kind.NOT_FOUND) {
            throw refused;
        }
        HttpStatus status =
                switch (refused.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
                    case NOT_PERMITTED -> HttpStatus.FORBIDDEN;
                    case CONFLICT, NOT_FOUND -> HttpStatus.CONFLICT;
                };
        response.setStatus(status.value());
        model.addAttribute("refused", refused);
        model.addAttribute("written", forms.view(task.form(), data, Map.of(), List.of(), locale, true));
        return show(actor, model, locale, task, data, refused.violations());
    }
}
