package org.accord.notifications;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.accord.calendar.Invitations;
import org.accord.cases.CaseEvent;
import org.accord.comments.CommentEvent;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
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
    private final Invitations invitations;
    private final NotificationsProperties properties;
    private final Playback playback;
    private final Clock clock;

    NewsDesk(
            NewsStore store,
            CaseDirectory cases,
            Invitations invitations,
            NotificationsProperties properties,
            Playback playback,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.invitations = invitations;
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

    @EventListener
    void on(CaseEvent.Described described) {
        tellInvited(described);
    }

    @EventListener
    void on(CaseEvent.CalledOff off) {
        tellInvited(off);
    }

    @EventListener
    void on(CaseEvent.Closed closed) {
        tellInvited(closed);
    }

    @EventListener
    void on(CommentEvent.Written written) {
        if (!written.mentioned().isEmpty()) {
            keep(written, Wishes.Kind.MENTION, null, null, written.mentioned());
        }
    }

    /** Those in whose calendars the case stands; whether there is something to change there is seen when the mail is written. */
    private void tellInvited(CaseEvent event) {
        List<String> invited = isSilent() ? List.of() : invitations.invited(event.caseKey());
        if (!invited.isEmpty()) {
            store.add(ofGathering(event, invited));
        }
    }

    private boolean isSilent() {
        return !properties.isOn() || playback.isRunning();
    }

    private void keep(
            DomainEvent event,
            Wishes.Kind kind,
            @Nullable String model,
            @Nullable String element,
            List<String> addressees) {
        String caseKey = event.caseKey();
        if (caseKey == null || isSilent()) {
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

    private News ofGathering(CaseEvent event, List<String> invited) {
        return new News(
                0,
                Wishes.Kind.NOTICE,
                event.caseKey(),
                event.caseKey(),
                cases.process(event.caseKey()).orElse(""),
                null,
                null,
                invited,
                Scope.PROGRAMME,
                false,
                event.by().name(),
                clock.instant());
    }
}
