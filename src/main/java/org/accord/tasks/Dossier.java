package org.accord.tasks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.accord.core.Actor;
import org.springframework.stereotype.Component;

/** All that whoever does a task has to know, gathered for one reader. */
@Component
class Dossier {

    private final TaskBasis basis;
    private final ApprovalChain chain;
    private final Conditions conditions;
    private final Tasks tasks;
    private final Attachments attachments;

    Dossier(TaskBasis basis, ApprovalChain chain, Conditions conditions, Tasks tasks, Attachments attachments) {
        this.attachments = attachments;
        this.basis = basis;
        this.chain = chain;
        this.conditions = conditions;
        this.tasks = tasks;
    }

    /**
     * What stands in it.
     *
     * @param papers what was handed in so far
     * @param revisions what changed in papers that were handed in again
     * @param since what others said since the reader's own paper came back
     * @param chain who has to agree; empty for a task that is no link of a chain
     * @param authority with what the reader would approve; empty if none is asked for
     * @param conditions on which others approved
     * @param condition the one that the task is there to meet
     * @param attachments the documents that were handed in with the task so far
     */
    record Contents(
            List<TaskBasis.Paper> papers,
            List<TaskBasis.Revision> revisions,
            List<TaskBasis.Paper> since,
            List<ApprovalChain.Link> chain,
            Optional<SpendingAuthority.Standing> authority,
            List<ConditionStore.Condition> conditions,
            Optional<ConditionStore.Condition> condition,
            List<Attachments.Attachment> attachments) {}

    Contents of(Actor reader, TaskView task, Locale locale) {
        List<TaskBasis.Paper> papers = basis.papers(reader, task.caseKey(), locale);
        return new Contents(
                papers,
                basis.revisions(papers),
                basis.since(reader, task, papers),
                chain.of(reader, task.id()),
                tasks.authority(reader, task.id()),
                conditions.of(reader, task.caseKey()),
                conditions.metBy(reader, task.id()),
                attachments.of(reader, task.id()));
    }
}
