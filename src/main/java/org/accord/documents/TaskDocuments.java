package org.accord.documents;

import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.tasks.Attachments;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskView;
import org.accord.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Documents that are handed in with a task: they belong to its case, and stay when the task is done. */
@Component
class TaskDocuments implements Attachments {

    private final Documents documents;
    private final Inbox inbox;
    private final Tasks tasks;

    TaskDocuments(Documents documents, Inbox inbox, Tasks tasks) {
        this.documents = documents;
        this.inbox = inbox;
        this.tasks = tasks;
    }

    @Override
    public List<Attachment> of(Actor reader, String taskId) {
        return documents.ofTask(reader, taskId).stream()
                .map(TaskDocuments::attachment)
                .toList();
    }

    @Override
    public List<String> contents() {
        return Content.words();
    }

    private static Attachment attachment(Document document) {
        return new Attachment(
                document.symbol(1),
                document.title(),
                "/documents/" + document.id(),
                document.level().name());
    }

    /**
     * Keeps what was written so far, then takes the file in. Refuses what {@link Tasks#saveDraft} does, and what
     * {@link Documents#add} does.
     */
    Document add(Actor actor, String taskId, Map<String, Object> written, Documents.Heading heading, Upload upload) {
        TaskView task = inbox.find(actor, taskId);
        tasks.saveDraft(actor, taskId, written);
        return documents.add(
                actor, task.caseKey(), new Documents.Heading(heading.title(), heading.content(), taskId), upload);
    }
}
