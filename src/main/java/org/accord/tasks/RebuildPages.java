package org.accord.tasks;

import java.util.Map;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.accord.core.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets an operator make the inbox anew from the engine, should the two ever differ. */
@Controller
class RebuildPages {

    private final InboxProjection projection;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;

    RebuildPages(InboxProjection projection, Permissions permissions, ApplicationEventPublisher events) {
        this.projection = projection;
        this.permissions = permissions;
        this.events = events;
    }

    private record InboxRebuilt(Actor by, int tasks) implements DomainEvent {

        @Override
        public Subject about() {
            return new Subject("inbox", "accord");
        }

        @Override
        public String action() {
            return "inbox.rebuilt";
        }

        @Override
        public Map<String, ?> details() {
            return Map.<String, Object>of("tasks", tasks);
        }
    }

    @PostMapping("/operations/inbox")
    @Transactional
    public String rebuild(Actor actor, RedirectAttributes flash) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        int tasks = projection.rebuild();
        events.publishEvent(new InboxRebuilt(actor, tasks));
        flash.addFlashAttribute("rebuilt", tasks);
        return "redirect:/operations";
    }
}
