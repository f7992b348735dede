package org.accord.notifications;

import java.util.List;
import java.util.Map;
import org.accord.instance.Sign;
import org.accord.instance.Vital;
import org.springframework.stereotype.Component;

/** Whether mail goes out, and what of it does not. */
@Component
class MailVital implements Vital {

    private static final String PAGE = "/operations/mail";

    private final OutboxStore store;
    private final Outbox outbox;
    private final NotificationsProperties properties;

    MailVital(OutboxStore store, Outbox outbox, NotificationsProperties properties) {
        this.store = store;
        this.outbox = outbox;
        this.properties = properties;
    }

    @Override
    public List<Sign> signs() {
        if (!properties.isOn()) {
            return List.of(Sign.of("mail", "off", Sign.Level.WATCH).at(PAGE));
        }
        Map<OutboxStore.State, Integer> counts = store.counts();
        int waiting = counts.getOrDefault(OutboxStore.State.READY, 0);
        int troubled =
                counts.getOrDefault(OutboxStore.State.FAILED, 0) + counts.getOrDefault(OutboxStore.State.UNCERTAIN, 0);
        if (!outbox.isReachable()) {
            return List.of(
                    Sign.of("mail", "unreachable", Sign.Level.FAILED, waiting).at(PAGE));
        }
        Sign.Level level = troubled > 0 ? Sign.Level.WATCH : Sign.Level.WELL;
        return List.of(Sign.of("mail", "goes", level, waiting, troubled).at(PAGE));
    }
}
