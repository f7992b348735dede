package org.accord.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.accord.Accord;
import org.accord.testing.Database;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Accord is killed while it sends, as by {@code kill -9}. {@code ./mvnw test -Dtest=KilledMailTests -Daccord.kills=50}
 * gives the figure of {@code src/docs/mail.md}.
 */
@HttpTest
@DirtiesContext
class KilledMailTests {

    private static final int KILLS = Integer.getInteger("accord.kills", 2);
    private static final int READERS = 400;
    private static final int LONGEST_MILLIS = 1_500;
    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Value("${spring.datasource.url}")
    private String url;

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
    void noMailIsSentTwiceAndNoneIsLostHoweverOftenTheSenderIsKilled() throws Exception {
        ManyReaders readers = new ManyReaders(jdbc, Hearing.opened(port).key(), READERS);
        readers.settle();
        outbox.work();
        SERVER.purgeEmailFromAllMailboxes();
        jdbc.sql("delete from accord.notification_mail").update();
        Random chance = new Random(KILLS);
        for (int kill = 0; kill < KILLS; kill++) {
            readers.tell();
            killWhileSending(chance.nextInt(LONGEST_MILLIS));
        }
        outbox.work();

        List<String> received = new ArrayList<>();
        for (MimeMessage mail : SERVER.getReceivedMessages()) {
            received.add(mail.getMessageID().replaceAll("<(.*)@.*>", "$1"));
        }
        assertThat(received).doesNotHaveDuplicates().isNotEmpty();
        assertThat(received).as("all that the record of mail says were sent").containsAll(in("SENT"));
        assertThat(in("SENDING").size()).as("in hand when it was killed").isLessThanOrEqualTo(KILLS);
        assertThat(in("READY")).isEmpty();
        assertThat(jdbc.sql("select count(*) from accord.notification_notice where mail is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        System.out.printf(
                "killed %d times; %d mails received, %d of %d in hand had arrived%n",
                KILLS,
                received.size(),
                in("SENDING").stream().filter(received::contains).count(),
                in("SENDING").size());
    }

    private List<String> in(String state) {
        return jdbc.sql("select id::text from accord.notification_mail where state = :state")
                .param("state", state)
                .query(String.class)
                .list();
    }

    private void killWhileSending(int millis) throws IOException, InterruptedException {
        int before = SERVER.getReceivedMessages().length;
        Process sender = start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !sender.isAlive() || SERVER.getReceivedMessages().length > before);
            boolean ended = sender.waitFor(millis, TimeUnit.MILLISECONDS);
            assertThat(ended).as("it goes on until it is killed").isFalse();
        } finally {
            sender.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Accord.class.getName(),
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + Database.username(),
                        "--spring.datasource.password=" + Database.password(),
                        "--accord.mode=demo",
                        "--accord.replay.on-start=false",
                        "--accord.data-dir=" + folder,
                        "--accord.bpmn.location=classpath:http-models/bpmn/",
                        "--accord.forms.location=classpath:http-models/forms/",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + SERVER.getSmtp().getPort(),
                        "--accord.mail.every=PT0.2S")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sender.log").toFile())
                .start();
    }
}
