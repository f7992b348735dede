package org.accord.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.accord.core.Actor;
import org.accord.core.Page;
import org.accord.core.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My work: what waits, several of it handled at once, and the ways to look at it again. */
@Controller
class InboxPages {

    private static final int PAGE = 25;

    private final Inbox inbox;
    private final Handling handling;
    private final SavedViews views;
    private final EscalationList escalations;
    private final Talk talk;
    private final Clock clock;

    InboxPages(Inbox inbox, Handling handling, SavedViews views, EscalationList escalations, Talk talk, Clock clock) {
        this.inbox = inbox;
        this.handling = handling;
        this.views = views;
        this.escalations = escalations;
        this.talk = talk;
        this.clock = clock;
    }

    @GetMapping("/")
    String inbox(
            Actor actor,
            Model model,
            @ModelAttribute Looking asked,
            @RequestParam(required = false) @Nullable String after) {
        TaskFilter.View withWork = counts(actor, model);
        Looking looking = asked.view().isEmpty() ? asked.in(withWork) : asked;
        Page<TaskView> page = inbox.page(actor, looking.filter(clock.instant()), PAGE, after);
        model.addAttribute("looking", looking);
        model.addAttribute("dues", Looking.Due.values());
        model.addAttribute("views", views.of(actor));
        model.addAttribute("page", page);
        boolean mine = looking.shown() == TaskFilter.View.MINE;
        model.addAttribute("act", mine ? "release" : "claim");
        model.addAttribute(
                "choosable",
                page.items().stream().anyMatch(task -> task.isReaders() && mine == (task.assignee() != null)));
        model.addAttribute("severalApprovals", Approvals.among(page.items()) > 1);
        model.addAttribute("escalated", escalations.hiddenFrom(actor));
        model.addAttribute("mentions", talk.mentions(actor));
        model.addAttribute(
                "talk",
                talk.of(actor, page.items().stream().map(TaskView::caseKey).collect(Collectors.toSet())));
        return "tasks/inbox";
    }

    @GetMapping("/done")
    String done(Actor actor, Model model) {
        counts(actor, model);
        model.addAttribute("submitted", inbox.doneBy(actor));
        return "tasks/finished";
    }

    /** Counts what waits, and answers the first view in which there is work. */
    private TaskFilter.View counts(Actor actor, Model model) {
        Inbox.Count mine = inbox.count(actor, TaskFilter.of(TaskFilter.View.MINE));
        Inbox.Count group = inbox.count(actor, TaskFilter.of(TaskFilter.View.GROUP));
        model.addAttribute("mine", mine);
        model.addAttribute("group", group);
        return mine.count() == 0 && group.count() > 0 ? TaskFilter.View.GROUP : TaskFilter.View.MINE;
    }

    /** Takes the chosen tasks in hand, or gives them back, and tells one by one what came of it. */
    @PostMapping("/tasks")
    String handle(
            Actor actor,
            @RequestParam(name = "task", defaultValue = "") List<String> chosen,
            @RequestParam(name = "_do") String act,
            @ModelAttribute Looking looking,
            RedirectAttributes flash) {
        Handling.Act asked = TaskFilter.word("_do", Handling.Act.class, act);
        if (chosen.isEmpty()) {
            flash.addFlashAttribute("nothingChosen", true);
        } else {
            flash.addFlashAttribute("handled", asked.word());
            flash.addFlashAttribute("results", handling.each(actor, asked, chosen));
        }
        return back(looking, flash);
    }

    /** Keeps the filter of the page under a name. */
    @PostMapping("/views")
    String save(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String name,
            @ModelAttribute Looking looking,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            views.save(actor, name, looking);
        } catch (Refused refused) {
            response.setStatus(
                    refused.kind() == Refused.Kind.INVALID
                            ? HttpStatus.UNPROCESSABLE_ENTITY.value()
                            : HttpStatus.CONFLICT.value());
            model.addAttribute("viewName", name);
            model.addAttribute("viewRefused", refused);
            return inbox(actor, model, looking, null);
        }
        return back(looking, flash);
    }

    @PostMapping("/views/remove")
    String remove(Actor actor, @RequestParam String name, @ModelAttribute Looking looking, RedirectAttributes flash) {
        views.remove(actor, name);
        return back(looking, flash);
    }

    private static String back(Looking looking, RedirectAttributes address) {
        address.addAttribute("view", looking.view());
        address.addAttribute("q", looking.q());
        address.addAttribute("state", looking.state());
        address.addAttribute("due", looking.due());
        address.addAttribute("sort", looking.sort());
        return "redirect:/";
    }
}
