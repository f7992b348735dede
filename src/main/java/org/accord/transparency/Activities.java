package org.accord.transparency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.documents.IssuedDocuments;
import org.accord.programme.Organisation;
import org.accord.programme.Programme;
import org.accord.tasks.Inbox;
import org.accord.tasks.Submitted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The workshops of the programme as activities: those that are carried out, and those that are approved and wait for it. */
@Component
class Activities {

    private static final Set<String> CANCELLED = Set.of("cancelledWithCosts", "cancelledWithoutCosts");

    private final Cases cases;
    private final Inbox inbox;
    private final Programme programme;
    private final IssuedDocuments documents;
    private final IatiProperties properties;

    Activities(Cases cases, Inbox inbox, Programme programme, IssuedDocuments documents, IatiProperties properties) {
        this.documents = documents;
        this.properties = properties;
        this.cases = cases;
        this.inbox = inbox;
        this.programme = programme;
    }

    /** In the order of their start, as far as the reader may see them. */
    List<IatiActivity> all(Actor reader) {
        List<CaseFile> files = cases.ofInitiatives(reader);
        List<CaseFile> deliveries = files.stream()
                .filter(file -> file.process().equals("workshop-delivery"))
                .toList();
        Set<String> delivered = deliveries.stream()
                .flatMap(delivery -> cases.proposalOf(reader, delivery).stream())
                .map(CaseFile::key)
                .collect(Collectors.toSet());
        List<IatiActivity> activities = new ArrayList<>();
        files.stream()
                .filter(file -> "approved".equals(file.outcome()) && !delivered.contains(file.key()))
                .forEach(proposal ->
                        activities.add(activity(proposal.key(), proposal, Said.of(inbox, reader, List.of(proposal)))));
        deliveries.forEach(delivery -> {
            List<CaseFile> both =
                    new ArrayList<>(cases.proposalOf(reader, delivery).stream().toList());
            both.add(delivery);
            activities.add(activity(both.get(0).key(), delivery, Said.of(inbox, reader, both)));
        });
        return activities;
    }

    /** What was handed in last with each form, by its key. */
    private record Said(Map<String, Submitted> byForm) {

        static Said of(Inbox inbox, Actor reader, List<CaseFile> files) {
            Map<String, Submitted> byForm = new HashMap<>();
            files.forEach(file -> inbox.submissionsOf(reader, file.key())
                    .forEach(submitted -> byForm.put(submitted.form().key(), submitted)));
            return new Said(byForm);
        }

        String text(String form, String field) {
            Submitted submitted = byForm.get(form);
            Object value = submitted == null ? null : submitted.data().get(field);
            return value == null ? "" : value.toString();
        }

        Optional<BigDecimal> number(String form, String field) {
            String text = text(form, field);
            return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
        }

        Optional<Submitted> form(String form) {
            return Optional.ofNullable(byForm.get(form));
        }
    }

    /** @param code the key under which it began, so that it is the same activity from its approval to its end */
    private IatiActivity activity(String code, CaseFile file, Said said) {
        IatiActivity.Days planned = planned(file, said);
        return new IatiActivity(
                code,
                file.title(),
                description(file, said),
                status(file),
                planned,
                said.form("workshop-attendance").isPresent() ? planned : null,
                partners(said),
                file.state(),
                money(said, "cost-plan", "amount"),
                money(said, "workshop-receipts", "certifiedAmount"),
                said.number("workshop-proposal", "genderMarker")
                        .map(BigDecimal::intValue)
                        .orElse(null),
                said.number("workshop-attendance", "attended")
                        .map(attended -> new IatiActivity.Attendance(
                                said.number("workshop-proposal", "participantsPlanned")
                                        .orElse(null),
                                attended))
                        .orElse(null),
                links(code, file));
    }

    /** None where nobody could follow them. */
    private List<IatiActivity.Link> links(String code, CaseFile file) {
        String address = properties.address();
        if (address == null || address.isBlank()) {
            return List.of();
        }
        return Stream.of(code, file.key())
                .distinct()
                .flatMap(key -> documents.of(key).stream())
                .map(issued -> new IatiActivity.Link(
                        address + issued.path(), issued.mediaType(), issued.title(), issued.language()))
                .toList();
    }

    private static IatiActivity.Status status(CaseFile file) {
        if (file.process().equals("workshop")) {
            return IatiActivity.Status.PIPELINE;
        }
        if (file.isRunning()) {
            return IatiActivity.Status.IMPLEMENTATION;
        }
        boolean cancelled = file.outcome() == null || CANCELLED.contains(file.outcome());
        return cancelled ? IatiActivity.Status.CANCELLED : IatiActivity.Status.CLOSED;
    }

    private static IatiActivity.@Nullable Days planned(CaseFile file, Said said) {
        LocalDate first = file.date();
        String last = said.text("workshop-proposal", "endDate");
        if (first == null) {
            return null;
        }
        LocalDate end = last.isEmpty() ? first : LocalDate.parse(last);
        return new IatiActivity.Days(first, end.isBefore(first) ? first : end);
    }

    /** In each language in which the objective was written; the title where it was not. */
    private LocalText description(CaseFile file, Said said) {
        Map<String, String> texts = new HashMap<>();
        for (String language : programme.languages()) {
            String text = said.text("workshop-proposal", LocalText.field("objective", language));
            if (!text.isBlank()) {
                texts.put(language, text);
            }
        }
        return texts.isEmpty() ? file.title() : new LocalText(texts);
    }

    private List<IatiActivity.Partner> partners(Said said) {
        List<IatiActivity.Partner> partners = new ArrayList<>();
        String donor = said.text("workshop-plan", "donor").isEmpty()
                ? said.text("cost-plan", "donor")
                : said.text("workshop-plan", "donor");
        programme.organisations().stream()
                .filter(organisation -> organisation.code().equals(donor))
                .map(Organisation::name)
                .forEach(name -> partners.add(new IatiActivity.Partner(IatiActivity.Role.FUNDING, name)));
        partners.add(new IatiActivity.Partner(IatiActivity.Role.ACCOUNTABLE, programme.name()));
        partners.add(new IatiActivity.Partner(IatiActivity.Role.IMPLEMENTING, programme.name()));
        return partners;
    }

    private IatiActivity.@Nullable Money money(Said said, String form, String field) {
        return said.number(form, field)
                .flatMap(amount -> said.form(form)
                        .map(submitted -> new IatiActivity.Money(amount, programme.dayOf(submitted.at()))))
                .orElse(null);
    }
}
