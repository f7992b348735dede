package org.accord.audit;

import java.util.HashMap;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.core.DomainEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Writes every event of every module into the record, in the transaction that the event tells of: no record, no act.
 */
@Component
class AuditRecorder {

    private final AuditStore store;

    AuditRecorder(AuditStore store) {
        this.store = store;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DomainEvent event) {
        store.append(event, circumstances(event.by()));
    }

    /** How the actor was known, and the language of the page on which they acted. */
    private static Map<String, String> circumstances(Actor actor) {
        Map<String, String> circumstances = new HashMap<>();
        if (!actor.isSystem()) {
            circumstances.put("authentication", actor.kind() == Actor.Kind.TOKEN ? "token" : "password");
        }
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && RequestContextUtils.getLocaleResolver(attributes.getRequest()) != null) {
            circumstances.put(
                    "language",
                    RequestContextUtils.getLocale(attributes.getRequest()).getLanguage());
        }
        return circumstances;
    }
}
