package org.accord.notifications;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accord.access.Permissions;
import org.accord.access.Reach;
import org.accord.cases.Cases;
import org.accord.comments.Discussions;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.programme.Post;
import org.accord.programme.Programme;
import org.accord.tasks.Inbox;
import org.accord.tasks.TaskView;
import org.springframework.stereotype.Component;

/** Whom news concerns at this moment: nobody is told of what they could not look up themselves. */
@Component
class Recipients {

    private final Programme programme;
    private final Permissions permissions;
    private final Reach reach;
    private final Inbox inbox;
    private final Cases cases;
    private final Discussions discussions;

    Recipients(
            Programme programme,
            Permissions permissions,
            Reach reach,
            Inbox inbox,
            Cases cases,
            Discussions discussions) {
        this.discussions = discussions;
        this.programme = programme;
        this.permissions = permissions;
        this.reach = reach;
        this.inbox = inbox;
        this.cases = cases;
    }

    /** The posts to tell, and those that stand in for them today; not whoever did it, unless it is on their calendar too. */
    Set<String> of(News news) {
        Set<String> posts = new LinkedHashSet<>();
        news.addressees().forEach(addressee -> posts.addAll(posts(addressee, news)));
        List.copyOf(posts).forEach(post -> posts.addAll(permissions.standIns(post)));
        if (!news.isOfGathering()) {
            posts.remove(news.by());
        }
        posts.removeIf(post -> !concerns(post, news));
        return posts;
    }

    private List<String> posts(String addressee, News news) {
        if (programme.role(addressee).isEmpty()) {
            return List.of(addressee);
        }
        boolean everywhere = news.kind() == Wishes.Kind.NOTICE && news.scope().state() == null;
        List<Post> holders = everywhere
                ? programme.holders(addressee, news.at())
                : programme.holders(addressee, news.scope(), news.at());
        return holders.stream().map(Post::userName).toList();
    }

    /** Whether the news is still true, and theirs to know. */
    boolean concerns(String post, News news) {
        Actor reader = Actor.person(post);
        return switch (news.kind()) {
            case TASK, DEADLINE -> task(post, news).isPresent();
            case MENTION -> discussions.isReadBy(post, news.subject());
            case NOTICE -> cases.isVisible(reader, news.caseKey()) && (isOpen(news) || sees(reader, news));
        };
    }

    /** Whether whoever sees the case may know of it. */
    private static boolean isOpen(News news) {
        return news.scope().equals(Scope.PROGRAMME) && !news.confidential();
    }

    private boolean sees(Actor reader, News news) {
        return reach.sees(reader, news.process(), news.scope(), news.confidential(), false);
    }

    /** The open task that the news is about, if it is theirs to do, or to see to because it is late. */
    Optional<TaskView> task(String post, News news) {
        try {
            return Optional.of(inbox.find(Actor.person(post), news.subject()))
                    .filter(TaskView::isOpen)
                    .filter(task -> task.isReaders() || news.kind() == Wishes.Kind.DEADLINE && isEscalated(task));
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private static boolean isEscalated(TaskView task) {
        return task.reason() == TaskView.Reason.ESCALATED;
    }
}
