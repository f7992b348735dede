package org.accord.process;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Issues a notice to the holders of roles, which the record keeps. */
@Component
class NoticeStep implements ProcessStep {

    private final ApplicationEventPublisher events;

    NoticeStep(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "notice";
    }

    @Override
    public void run(StepContext context) {
        events.publishEvent(new ProcessEvent.NoticeIssued(
                context.actor(),
                context.caseKey(),
                context.processKey(),
                context.elementId(),
                context.property("notice"),
                context.property("to"),
                context.branch()));
    }
}
