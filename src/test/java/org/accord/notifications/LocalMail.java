package org.accord.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A mail server on this machine to which Accord sends only when a test says so. */
final class LocalMail {

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start(DynamicPropertyRegistry registry) {
        server.start();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> server.getSmtp().getPort());
        registry.add("accord.mail.every", () -> "PT1H");
        registry.add("accord.address", () -> "https://accord.example.org/");
    }

    void resume() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    List<MimeMessage> all() {
        return List.of(server.getReceivedMessages());
    }

    /** What a demonstration account got. */
    List<MimeMessage> to(String account) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> reader(mail).equals(account + "@accord.example"))
                .toList();
    }

    private static String reader(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
