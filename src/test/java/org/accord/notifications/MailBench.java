package org.accord.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Locale;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Measures how fast mail goes out; not part of the build. {@code ./mvnw test -Dtest=MailBench -Daccord.bench.mail=10000}
 * prints the figures of {@code src/docs/mail.md}.
 */
@HttpTest
@DirtiesContext
@EnabledIfSystemProperty(named = "accord.bench.mail", matches = "[0-9]+")
class MailBench {

    private static final int READERS = Integer.getInteger("accord.bench.mail", 0);
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("accord.mail.every", () -> "PT1H");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void measure() {
        ManyReaders readers = new ManyReaders(jdbc, Hearing.opened(port).key(), READERS);
        readers.settle();
        for (int round = 0; round < 2; round++) {
            readers.tell();
            long before = System.nanoTime();
            outbox.work();
            double seconds = (System.nanoTime() - before) / 1e9;
            System.out.println("BENCH " + String.format(Locale.ROOT, "%,d mails in %.1f s", READERS, seconds));
        }
        assertThat(jdbc.sql("select count(*) from accord.notification_mail where state = 'SENT'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2 * READERS);
    }
}
