package org.accord.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.Browser;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a server says decides whether a mail is sent once more: never when it may have arrived. */
@HttpTest
@DirtiesContext
class UnkindServerTests {

    private static final ScriptedServer SERVER = new ScriptedServer();

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Time time;

    @Autowired
    private Jobs jobs;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", SERVER::port);
        registry.add("accord.mail.every", () -> "PT1H");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void begin() {
        jobs.stop();
        SERVER.follows("", "");
        outbox.work();
        jdbc.sql("delete from accord.notification_mail").update();
        jdbc.sql("delete from accord.notification_preference").update();
    }

    /** Two mails: both experts may do the task. */
    private void tell() {
        Hearing.withPaper(port);
        outbox.work();
    }

    private List<String> states() {
        return jdbc.sql("select state from accord.notification_mail order by state")
                .query(String.class)
                .list();
    }

    private void wait(Duration duration) {
        time.moveTo(Actor.person("administrator"), time.instant().plus(duration));
        outbox.work();
    }

    @Test
    void anAddressThatIsRefusedForGoodGetsNothingMoreAndItsHolderIsTold() {
        SERVER.follows("RCPT", "550 5.1.1 no such user");
        tell();
        assertThat(states()).containsExactly("FAILED", "FAILED");
        assertThat(jdbc.sql("select count(*) from accord.audit_entry where action = 'mail.addressFailed'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);

        SERVER.follows("", "");
        tell();
        assertThat(states()).as("nobody is left to write to").containsExactly("FAILED", "FAILED");
        assertThat(Browser.signedIn(port, "expert.1")
                        .get("/account/mail?lang=en")
                        .body())
                .contains("refused the last mail for good");
        String page = Browser.signedIn(port, "administrator")
                .get("/operations/mail?lang=en")
                .body();
        assertThat(page).contains("550 5.1.1 no such user", "Send it again");
        String mail = jdbc.sql("select id::text from accord.notification_mail limit 1")
                .query(String.class)
                .single();
        Browser operator = Browser.signedIn(port, "administrator");
        assertThat(operator.get("/operations/mail").status()).isEqualTo(200);
        assertThat(operator.post("/operations/mail/" + mail + "/again", Map.of())
                        .status())
                .as("it would reach nobody")
                .isEqualTo(409);
        assertThat(operator.post("/operations/mail/refused/lift", Map.of()).status())
                .isEqualTo(302);
        assertThat(operator.post("/operations/mail/" + mail + "/again", Map.of())
                        .status())
                .isEqualTo(302);
        outbox.work();
        assertThat(states()).contains("SENT");
    }

    @Test
    void whatIsRefusedForNowIsSentLater() {
        SERVER.follows("RCPT", "451 4.7.1 come back later");
        tell();
        assertThat(states()).containsExactly("READY", "READY");
        SERVER.follows("", "");
        outbox.work();
        assertThat(states()).as("not before a minute is over").containsExactly("READY", "READY");
        wait(Duration.ofMinutes(2));
        assertThat(states()).containsExactly("SENT", "SENT");
    }

    @Test
    void aRelayThatIsSetUpWronglyCutsNobodyOff() {
        SERVER.follows("RCPT", "554 5.7.1 relay access denied");
        tell();
        assertThat(states()).containsExactly("FAILED", "FAILED");
        SERVER.follows("", "");
        tell();
        assertThat(states()).containsExactly("FAILED", "FAILED", "SENT", "SENT");
    }

    @Test
    void whatWasNotHandedOverIsSentLater() {
        for (String at : List.of("MAIL", "RCPT", "DATA")) {
            SERVER.follows(at, "");
            tell();
        }
        assertThat(states())
                .as("the server broke off before it was given anything")
                .containsOnly("READY");
        SERVER.follows("", "");
        wait(Duration.ofHours(3));
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void aMailThatIsRefusedTakesNoOtherWithIt() {
        SERVER.followsOnce("DATA", "451 4.3.0 try again");
        tell();
        assertThat(states()).containsExactly("READY", "SENT");
    }

    @Test
    void hoursWithoutMailHoldForWhatIsLateToo() {
        SERVER.follows("MAIL", "421 4.3.2 closing");
        tell();
        SERVER.follows("", "");
        jdbc.sql("""
                        insert into accord.notification_preference (account, address, zone, quiet_from, quiet_until)
                        select name, name || '@accord.example', 'UTC', '00:00', '23:59'
                        from unnest(array['expert.1', 'expert.2']) as name
                        """).update();
        wait(Duration.ofMinutes(2));
        assertThat(states()).containsExactly("READY", "READY");
    }

    @Test
    void anOutageEndsWithOneMailForEachReader() {
        Hearing.withPaper(port);
        int before = SERVER.taken();
        SERVER.follows("EHLO", "");
        outbox.work();
        Hearing.withPaper(port);
        outbox.work();
        SERVER.follows("", "");
        outbox.work();
        assertThat(SERVER.taken() - before).isEqualTo(2);
    }

    @Test
    void whatIsRefusedForNowTooOftenFails() {
        SERVER.follows("MAIL", "452 4.3.1 full");
        tell();
        for (int attempt = 0; attempt < 12; attempt++) {
            wait(Duration.ofHours(3));
        }
        assertThat(states()).contains("FAILED").doesNotContain("SENT", "UNCERTAIN");
    }

    @Test
    void whatMayHaveArrivedIsNotSentAgainUnlessTheOperatorSaysSo() {
        SERVER.follows("END", "");
        int before = SERVER.taken();
        tell();
        assertThat(states()).as("the connection broke with the first").containsExactly("READY", "UNCERTAIN");
        assertThat(SERVER.taken()).isEqualTo(before + 1);
        SERVER.follows("", "");
        wait(Duration.ofHours(3));
        assertThat(states()).contains("SENT", "UNCERTAIN");

        String mail = jdbc.sql("select id::text from accord.notification_mail where state = 'UNCERTAIN'")
                .query(String.class)
                .single();
        Browser operator = Browser.signedIn(port, "administrator");
        assertThat(operator.get("/operations/mail?lang=en").body()).contains("the mail may have arrived");
        String again = "/operations/mail/" + mail + "/again";
        assertThat(operator.post(again, Map.of()).status()).isEqualTo(302);
        assertThat(operator.post(again, Map.of()).status())
                .as("it waits already")
                .isEqualTo(409);
        outbox.work();
        assertThat(states()).doesNotContain("UNCERTAIN");
    }

    @Test
    void aMailWhoseSenderDiedIsUncertain() {
        tell();
        jdbc.sql("""
                        update accord.notification_mail set state = 'SENDING', taken_at = clock_timestamp() - interval '9 minutes'
                        """).update();
        outbox.work();
        assertThat(states()).containsExactly("SENDING", "SENDING");
        jdbc.sql("update accord.notification_mail set taken_at = clock_timestamp() - interval '11 minutes'")
                .update();
        outbox.work();
        assertThat(states()).containsExactly("UNCERTAIN", "UNCERTAIN");
    }

    @Test
    void anAddressThatItsServerDoesNotTakeIsNamedWhenItIsGiven() {
        Browser reader = Browser.signedIn(port, "chair");
        assertThat(reader.get("/account/mail?lang=en").status()).isEqualTo(200);
        SERVER.follows("RCPT", "550 5.1.1 no such user");
        assertThat(reader.post("/account/mail/address", Map.of("address", "nobody@chair.example"))
                        .body())
                .contains("does not take nobody@chair.example", "550 5.1.1 no such user");
    }
}
