package org.accord.initiatives;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.accord.core.Actor;
import org.accord.documents.IssuedDocuments;
import org.accord.tasks.Inbox;
import org.accord.tasks.Submitted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the cases of an initiative left behind: issued documents, and the actions that were agreed to follow. */
@Component
class Products {

    private static final String FOLLOW_UP = "follow-up-actions";

    private final IssuedDocuments issued;
    private final Inbox inbox;

    Products(IssuedDocuments issued, Inbox inbox) {
        this.issued = issued;
        this.inbox = inbox;
    }

    /** A file that was issued with a case. */
    record Paper(String caseKey, IssuedDocuments.Issued file) {}

    /**
     * An action that a workshop agreed on.
     *
     * @param state whose office it is, if it is one of a State
     */
    record Action(String caseKey, String title, @Nullable String state, String owner, LocalDate due) {}

    /** Those of the cases that the reader sees, in the order of the cases. */
    List<Paper> papers(InitiativeView view) {
        return view.work().stream()
                .map(work -> work.file().key())
                .flatMap(key -> issued.of(key).stream().map(file -> new Paper(key, file)))
                .toList();
    }

    /** As each case recorded them last and as far as the reader may read it, the earliest date first. */
    List<Action> actions(Actor reader, InitiativeView view) {
        return view.work().stream()
                .flatMap(work -> latest(reader, work.file().key()))
                .sorted(Comparator.comparing(Action::due).thenComparing(Action::caseKey))
                .toList();
    }

    private Stream<Action> latest(Actor reader, String caseKey) {
        return inbox.submissionsOf(reader, caseKey).stream()
                .filter(one -> one.form().key().equals(FOLLOW_UP))
                .reduce((earlier, later) -> later)
                .stream()
                .flatMap(Products::rows);
    }

    private static Stream<Action> rows(Submitted submitted) {
        return submitted.data().get("actions") instanceof List<?> rows
                ? rows.stream().map(row -> action(submitted.caseKey(), (Map<?, ?>) row))
                : Stream.empty();
    }

    private static Action action(String caseKey, Map<?, ?> row) {
        return new Action(
                caseKey,
                text(row, "actionTitle"),
                row.get("actionState") instanceof String state ? state : null,
                text(row, "actionOwner"),
                LocalDate.parse(text(row, "actionDue")));
    }

    private static String text(Map<?, ?> row, String field) {
        return Objects.requireNonNull(row.get(field), field).toString();
    }
}
