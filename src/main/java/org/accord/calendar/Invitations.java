package org.accord.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.accord.cases.Gathering;
import org.accord.core.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings and workshops as mails carry them, so that a click puts them into the reader's own calendar (RFC 5546). */
@Component
public class Invitations {

    private final Agenda agenda;
    private final Ledger ledger;
    private final ToldStore store;
    private final Ics ics;
    private final Clock clock;

    Invitations(Agenda agenda, Ledger ledger, ToldStore store, Ics ics, Clock clock) {
        this.agenda = agenda;
        this.ledger = ledger;
        this.store = store;
        this.ics = ics;
        this.clock = clock;
    }

    /**
     * An invitation, or the news that what somebody was invited to is called off.
     *
     * @param uid of the meeting
     * @param sequence which news of it this is
     * @param off whether it is called off
     * @param text as RFC 5545
     */
    public record Invitation(String caseKey, String uid, int sequence, boolean off, String text) {

        /** {@code REQUEST} or {@code CANCEL}. */
        public String method() {
            return off ? "CANCEL" : "REQUEST";
        }
    }

    /** To whom an invitation goes, and in whose name. */
    public record Envelope(String account, Locale language, String from, String to) {}

    /**
     * What an account's mail should carry of a case: nothing if the case is no meeting or workshop with a date, if it may not
     * be seen, if it is past, or if a mail has told the same already. Proposals are nobody's invitation.
     */
    @Transactional
    public Optional<Invitation> of(Envelope envelope, String caseKey) {
        return agenda.gathering(Actor.person(envelope.account()), caseKey)
                .filter(gathering -> agenda.entry(gathering).kind() != Entry.Kind.PROPOSAL)
                .filter(gathering -> !gathering.last().isBefore(LocalDate.ofInstant(clock.instant(), agenda.zone())))
                .flatMap(gathering -> invitation(envelope, gathering));
    }

    private Optional<Invitation> invitation(Envelope envelope, Gathering gathering) {
        Entry entry = agenda.entry(gathering);
        return ledger.tell(envelope.account(), entry, gathering.on())
                .filter(Told::isNewByMail)
                .map(told -> new Invitation(
                        entry.caseKey(),
                        told.uid(),
                        told.sequence(),
                        told.withdrawn(),
                        ics.invitation(told, entry, envelope)));
    }

    /** Notes that a mail with it was handed over. */
    @Transactional
    public void mailed(String account, Invitation invitation) {
        store.mailed(account, invitation.uid(), invitation.sequence());
    }

    /** The accounts that were sent an invitation to the case, by name. */
    public List<String> invited(String caseKey) {
        return store.invited(caseKey);
    }
}
