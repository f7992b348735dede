package org.accord.notifications;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For operators: what became of the mail. */
@Controller
@RequestMapping("/operations/mail")
class MailPages {

    private final OutboxStore store;
    private final PreferenceStore preferences;
    private final Preferences addresses;
    private final NewsStore news;
    private final Outbox outbox;
    private final NotificationsProperties properties;
    private final Permissions permissions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailPages(
            OutboxStore store,
            PreferenceStore preferences,
            Preferences addresses,
            NewsStore news,
            Outbox outbox,
            NotificationsProperties properties,
            Permissions permissions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.preferences = preferences;
        this.addresses = addresses;
        this.news = news;
        this.outbox = outbox;
        this.properties = properties;
        this.permissions = permissions;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        Map<OutboxStore.State, Integer> counts = store.counts();
        model.addAttribute("on", properties.isOn());
        model.addAttribute("reachable", outbox.isReachable());
        model.addAttribute("states", OutboxStore.State.values());
        model.addAttribute("counts", counts);
        model.addAttribute("stuck", news.stuck());
        model.addAttribute("troubled", store.troubled());
        model.addAttribute("refused", preferences.refused());
        return "notifications/outbox";
    }

    @PostMapping("/{mail}/again")
    String again(Actor actor, @PathVariable UUID mail, RedirectAttributes flash) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        transaction.executeWithoutResult(status -> {
            String recipient = store.retry(mail, clock.instant())
                    .orElseThrow(() -> Refused.conflict("mailNotRepeatable", mail.toString()));
            if (addresses.reachable(recipient).isEmpty()) {
                throw Refused.conflict("mailNotReachable", recipient);
            }
            events.publishEvent(new NotificationEvent.SentAgain(actor, recipient, mail.toString()));
        });
        flash.addFlashAttribute("again", true);
        return "redirect:/operations/mail";
    }

    /** Counts every refused address as good again, once what made its server refuse it is mended. */
    @PostMapping("/refused/lift")
    String lift(Actor actor) {
        permissions.require(actor, Right.OPERATE, Scope.PROGRAMME);
        transaction.executeWithoutResult(status -> {
            int lifted = preferences.trustAgain();
            events.publishEvent(new NotificationEvent.RefusalsLifted(actor, lifted));
        });
        return "redirect:/operations/mail";
    }
}
