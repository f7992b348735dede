package org.accord.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
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

        private Round(Transport transport) {
            this.transport = transport;
        }

        Reply hand(MimeMessage mail) {
            try {
                transport.sendMessage(mail, mail.getAllRecipients());
                return new Reply(Answer.TAKEN, null);
            } catch (SendFailedException e) {
                return new Reply(meaning(e), said(e));
            } catch (MessagingException e) {
                return new Reply(Answer.NONE, said(e));
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

    /** What the server said is told by the number it said it with (RFC 5321 4.2.1); without one it said nothing. */
    private static Answer meaning(SendFailedException e) {
        if (innermost(e) instanceof SMTPAddressFailedException address) {
            return address.getReturnCode() >= PERMANENT ? Answer.NO_SUCH_ADDRESS : Answer.LATER;
        }
        if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
            return refused.getReturnCode() >= PERMANENT ? Answer.REFUSED : Answer.LATER;
        }
        return Answer.NONE;
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
