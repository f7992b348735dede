package org.accord.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Properties;
import org.accord.calendar.Invitations.Invitation;

/** A mail with a number of its own, so that whoever gets it twice can tell; it knows whether it began to be handed over. */
final class Letter extends MimeMessage {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final String number;
    private final List<Invitation> invitations;
    private volatile boolean handedOver;

    Letter(String number, List<Invitation> invitations) {
        super(SESSION);
        this.number = number;
        this.invitations = List.copyOf(invitations);
    }

    /** What it carries for the reader's own calendar. */
    List<Invitation> invitations() {
        return invitations;
    }

    /** Before this the server cannot have taken it. */
    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        handedOver = true;
        super.writeTo(out, ignored);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", number);
    }
}
