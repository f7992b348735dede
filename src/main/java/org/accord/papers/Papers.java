package org.accord.papers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accord.cases.CaseFile;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Refused;
import org.accord.forms.Forms;
import org.accord.process.Participants;
import org.accord.programme.Programme;
import org.accord.programme.State;
import org.accord.tasks.Inbox;
import org.accord.tasks.Submitted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes papers from what the reader may see of a case. A paper that cannot be written yet, and one of a case that is not for
 * the reader, does not exist for them ({@code noSuchPaper}, {@code noSuchCase}). Who gets one that names people is recorded.
 */
@Component
class Papers {

    private final Cases cases;
    private final Inbox inbox;
    private final Forms forms;
    private final Programme programme;
    private final Participants participants;
    private final SpringTemplateEngine templates;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Papers(
            Cases cases,
            Inbox inbox,
            Forms forms,
            Programme programme,
            Participants participants,
            SpringTemplateEngine templates,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.inbox = inbox;
        this.forms = forms;
        this.programme = programme;
        this.participants = participants;
        this.templates = templates;
        this.events = events;
        this.transaction = transaction;
    }

    /** Those that can be written now. */
    List<PaperKind> available(Actor reader, String caseKey) {
        return available(cases.find(reader, caseKey), inbox.submissionsOf(reader, caseKey));
    }

    private static List<PaperKind> available(CaseFile file, List<Submitted> submitted) {
        return Arrays.stream(PaperKind.values())
                .filter(kind -> kind.belongsTo(file.process()))
                .filter(kind -> submitted.stream()
                        .anyMatch(one -> kind.forms().contains(one.form().key())))
                .toList();
    }

    /**
     * The paper as a page.
     *
     * @param language code of a language of the programme
     * @param surroundings what the page needs besides: names, dates, addresses
     */
    String write(Actor reader, String caseKey, PaperKind kind, String language, Map<String, Object> surroundings) {
        CaseFile file = cases.find(reader, caseKey);
        List<Submitted> own = inbox.submissionsOf(reader, caseKey);
        if (!programme.languages().contains(language) || !available(file, own).contains(kind)) {
            throw Refused.notFound("noSuchPaper", kind.word(), language);
        }
        Locale locale = Locale.forLanguageTag(language);
        Map<String, Object> model = new HashMap<>(surroundings);
        model.put("file", file);
        model.put("kind", kind);
        model.put("languages", programme.languages());
        model.put("programmeName", programme.name().in(locale));
        model.put("answers", new Answers(withProposal(reader, file, own), forms, locale));
        model.put("states", invited(caseKey));
        model.put("confidential", kind.isConfidential(file.outcome()));
        if (kind.isPersonal()) {
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new PaperRead(reader, caseKey, kind.word(), language)));
        }
        return templates.process("papers/" + kind.word(), new Context(locale, model));
    }

    /** Also what was handed in for the proposal that a delivery carries out. */
    private List<Submitted> withProposal(Actor reader, CaseFile file, List<Submitted> own) {
        List<Submitted> submitted = new ArrayList<>();
        cases.proposalOf(reader, file)
                .ifPresent(proposal -> submitted.addAll(inbox.submissionsOf(reader, proposal.key())));
        submitted.addAll(own);
        return submitted;
    }

    private List<State> invited(String caseKey) {
        List<String> codes = participants.invited(caseKey);
        return programme.states().stream()
                .filter(state -> codes.contains(state.code()))
                .toList();
    }
}
