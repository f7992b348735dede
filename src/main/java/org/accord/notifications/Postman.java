package org.accord.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Hands mails to the server, several over one connection, and tells what the server said to each. */
@Component
class Postman {

    private static final int PERMANENT = 500;
    private static final int MAILBOX_FULL = 552;
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    private final ObjectProvider<JavaMailSenderImpl> sender;

    Postman(ObjectProvider<JavaMailSenderImpl> sender) {
        this.sender = sender;
    }

    enum Answer {
        TAKEN,
        /** There is no such mailbox, or it takes nothing. */
        NO_SUCH_ADDRESS,
        REFUSED,
        /** Not now. */
        LATER,
        /** The connection broke before the server said whether it had taken it. */
        NONE
    }

    record Reply(Answer answer, @Nullable String words) {}

    /** A connection to the server. */
    final class Round implements AutoCloseable {

        private final Transport transport;
        private boolean broken;

        private Round(Transport transport) {
            this.transport = transport;
        }

        /** Whether the server left a mail without an answer: nobody should hurry to give it another. */
        boolean isBroken() {
            return broken;
        }

        Reply hand(Letter mail) {
            Reply reply = tryToHand(mail);
            broken |= reply.answer() == Answer.NONE;
            return reply;
        }

        private Reply tryToHand(Letter mail) {
            try {
                transport.sendMessage(mail, mail.getAllRecipients());
                return new Reply(Answer.TAKEN, null);
            } catch (MessagingException e) {
                Answer answer = meaning(e);
                return new Reply(answer == Answer.NONE && !mail.isHandedOver() ? Answer.LATER : answer, said(e));
            } catch (IllegalStateException e) {
                return new Reply(Answer.LATER, "the connection was lost");
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // what was taken is taken
            }
        }
    }

    /** @throws MessagingException if the server cannot be reached, or does not let Accord in */
    Round begin() throws MessagingException {
        JavaMailSenderImpl server = sender.getObject();
        Transport transport = server.getSession().getTransport(server.getProtocol());
        transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        return new Round(transport);
    }

    /**
     * What the server said is told by the number it said it with (RFC 5321 4.2.1, RFC 3463); without one it said nothing. Only
     * what speaks of the mailbox itself counts against the address: a relay that is set up wrongly refuses all.
     */
    private static Answer meaning(MessagingException e) {
        if (innermost(e) instanceof SMTPAddressFailedException address) {
            return ofAddress(address.getReturnCode(), said(e));
        }
        if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
            return refused.getReturnCode() >= PERMANENT ? Answer.REFUSED : Answer.LATER;
        }
        return Answer.NONE;
    }

    private static Answer ofAddress(int code, String said) {
        if (code < PERMANENT || code == MAILBOX_FULL) {
            return Answer.LATER;
        }
        boolean enhanced = said.matches("(?s)\\d{3}[ -]\\d\\.\\d+\\.\\d+.*");
        boolean ofMailbox = !enhanced || said.matches("(?s)\\d{3}[ -]5\\.(1\\.\\d+|2\\.1)\\b.*");
        return NO_MAILBOX.contains(code) && ofMailbox ? Answer.NO_SUCH_ADDRESS : Answer.REFUSED;
    }

    private static MessagingException innermost(MessagingException e) {
        MessagingException cause = e;
        while (cause.getNextException() instanceof MessagingException next) {
            cause = next;
        }
        return cause;
    }

    private static String said(MessagingException e) {
        return String.valueOf(innermost(e).getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
