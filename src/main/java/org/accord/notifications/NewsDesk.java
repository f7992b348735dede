package org.accord.notifications;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.accord.core.DomainEvent;
import org.accord.instance.Playback;
import org.accord.process.OpenedTask;
import org.accord.process.ProcessEvent;
import org.accord.tasks.CaseDirectory;
import org.accord.tasks.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what people are to be told of, in the transaction in which it happens: what is undone is told to nobody, and what is
 * done is not forgotten. Nothing is kept where no mail is sent, and while a demonstration plays its history.
 */
@Component
class NewsDesk {

    private final NewsStore store;
    private final CaseDirectory cases;
    private final NotificationsProperties properties;
    private final Playback playback;
    private final Clock clock;

    NewsDesk(NewsStore store, CaseDirectory cases, NotificationsProperties properties, Playback playback, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.properties = properties;
        this.playback = playback;
        this.clock = clock;
    }

    @EventListener
    void on(ProcessEvent.TaskOpened opened) {
        OpenedTask task = opened.task();
        String addressee = task.holder() == null ? task.rules().role() : task.holder();
        keep(opened, Wishes.Kind.TASK, null, null, List.of(addressee));
    }

    @EventListener
    void on(TaskEvent.Escalated escalated) {
        keep(escalated, Wishes.Kind.DEADLINE, null, null, escalated.to());
    }

    @EventListener
    void on(ProcessEvent.NoticeIssued notice) {
        List<String> roles =
                Arrays.stream(notice.to().split(",")).map(String::strip).toList();
        keep(notice, Wishes.Kind.NOTICE, notice.processKey(), notice.elementId(), roles);
    }

    private void keep(
            DomainEvent event,
            Wishes.Kind kind,
            @Nullable String model,
            @Nullable String element,
            List<String> addressees) {
        String caseKey = event.caseKey();
        if (caseKey == null || !properties.isOn() || playback.isRunning()) {
            return;
        }
        store.add(new News(
                0,
                kind,
                event.about().id(),
                caseKey,
                cases.process(caseKey).orElse(""),
                model,
                element,
                addressees,
                event.scope(),
                event.confidential(),
                event.by().name(),
                clock.instant()));
    }
}
