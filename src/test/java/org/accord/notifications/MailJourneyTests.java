package org.accord.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.accord.core.Actor;
import org.accord.documents.SoundFiles;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.Answer;
import org.accord.testing.Browser;
import org.accord.testing.Caller;
import org.accord.testing.Chromium;
import org.accord.testing.Hearing;
import org.accord.testing.HttpTest;
import org.accord.testing.Multipart;
import org.accord.testing.Visit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mail as its readers get it, from a real server. */
@HttpTest
@DirtiesContext
class MailJourneyTests {

    private static final LocalMail SERVER = new LocalMail();
    private static final String PAGE = "/account/mail";

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
        SERVER.start(registry);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void begin() throws Exception {
        jobs.stop();
        outbox.work();
        SERVER.empty();
    }

    private static List<MimeMessage> mailTo(String account) {
        return SERVER.to(account);
    }

    /** The plain text, and the page. */
    private static List<String> parts(MimeMessage mail) throws Exception {
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        while (parts.getBodyPart(0).getContent() instanceof MimeMultipart inner) {
            parts = inner;
        }
        return List.of(
                parts.getBodyPart(0).getContent().toString(),
                parts.getBodyPart(1).getContent().toString());
    }

    private void speaks(String account, String language) {
        assertThat(Browser.signedIn(port, account).get("/?lang=" + language).status())
                .isEqualTo(200);
    }

    @Test
    void aTaskIsToldToWhoeverMayDoItInTheirLanguage() throws Exception {
        speaks("expert.1", "ru");
        speaks("expert.2", "en");
        Hearing hearing = Hearing.withPaper(port);
        String task = hearing.task("expert.1", "writeOpinion").path("id").asText();
        outbox.work();
        outbox.work();

        assertThat(mailTo("programme-manager")).as("opened by themselves").isEmpty();
        assertThat(mailTo("focal-point.kz")).isEmpty();
        MimeMessage english = mailTo("expert.2").get(0);
        MimeMessage russian = mailTo("expert.1").get(0);
        assertThat(mailTo("expert.1")).as("once").hasSize(1);
        assertThat(english.getSubject()).startsWith("[" + hearing.key() + "] New task: ");
        assertThat(russian.getSubject()).startsWith("[" + hearing.key() + "] Новая задача: ");
        assertThat(russian.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(russian.getMessageID()).matches("<[0-9a-f-]{36}@accord\\.example>");
        for (String part : parts(russian)) {
            assertThat(part)
                    .contains("https://accord.example.org/tasks/" + task, hearing.key(), "Новая задача")
                    .contains("https://accord.example.org/account/mail")
                    .doesNotContain("Paper on borders");
        }
    }

    @Test
    void ofWhatIsConfidentialTheMailHoldsTheNumberAndTheLinkOnly() throws Exception {
        speaks("focal-point.kz", "en");
        Hearing hearing = Hearing.beforeStates(port);
        String name =
                hearing.task("focal-point.kz", "nationalPosition").path("name").asText();
        jdbc.sql("update accord.task_inbox set confidential = true where case_key = :key")
                .param("key", hearing.key())
                .update();
        jdbc.sql("update accord.notification_news set confidential = true where case_key = :key")
                .param("key", hearing.key())
                .update();
        outbox.work();

        MimeMessage mail = mailTo("focal-point.kz").get(0);
        assertThat(mail.getSubject()).isEqualTo("[" + hearing.key() + "] A task waits for you");
        for (String part : parts(mail)) {
            assertThat(part).contains("CONFIDENTIAL", hearing.key()).doesNotContain(name);
        }
    }

    @Test
    void aMailBearsTheMarkOfTheMostSensitiveDocumentOfItsCase() throws Exception {
        speaks("expert.1", "ru");
        Hearing hearing = Hearing.opened(port);
        Multipart paper = Multipart.file(
                "draft.pdf",
                SoundFiles.pdf("Draft"),
                Map.of("title", "Draft of the plan", "content", "draftText", "language", "en"));
        assertThat(Caller.as(port, "programme-manager")
                        .upload("/api/v1/cases/" + hearing.key() + "/documents", paper)
                        .status())
                .isEqualTo(201);
        hearing.done("programme-manager", "draftPaper", Hearing.PAPER);
        outbox.work();

        MimeMessage mail = mailTo("expert.1").get(0);
        assertThat(mail.getSubject()).isEqualTo("[" + hearing.key() + "] Задача ожидает выполнения");
        assertThat(parts(mail)).allSatisfy(part -> assertThat(part).contains("КОНФИДЕНЦИАЛЬНО"));
    }

    @Test
    void whatWasDoneMeanwhileIsNotTold() {
        Browser reader = Browser.signedIn(port, "expert.2");
        assertThat(reader.get(PAGE).status()).isEqualTo(200);
        assertThat(reader.post(PAGE, wishes("DAILY")).status()).isEqualTo(302);
        Hearing done = Hearing.withPaper(port);
        Hearing open = Hearing.withPaper(port);
        Hearing other = Hearing.withPaper(port);
        outbox.work();
        assertThat(mailTo("expert.2")).isEmpty();
        done.done("expert.1", "writeOpinion", Map.of("remark", "Sound."));
        Hearing taken = Hearing.withPaper(port);
        outbox.work();
        String task = taken.task("expert.1", "writeOpinion").path("id").asText();
        assertThat(Caller.as(port, "expert.1")
                        .post("/api/v1/tasks/" + task + "/claim", Map.of())
                        .status())
                .isEqualTo(200);

        time.moveTo(Actor.person("administrator"), time.instant().plus(Duration.ofDays(1)));
        outbox.work();

        assertThat(mailTo("expert.2")).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).matches("(В системе )?Accord: \\d+ (notices|уведомлени.)");
            assertThat(parts(mail).get(0))
                    .contains(open.key(), other.key())
                    .doesNotContain(done.key() + ": New task: Write", "/tasks/" + task);
        });
        assertThat(reader.post(PAGE, wishes("AT_ONCE")).status()).isEqualTo(302);
    }

    private static Map<String, String> wishes(String tasks) {
        return Map.of(
                "tasks", tasks,
                "deadlines", "AT_ONCE",
                "notices", "NEVER",
                "mentions", "AT_ONCE",
                "daily", "08:00",
                "zone", "Asia/Tashkent");
    }

    @Test
    void whoeverIsCalledUponIsToldWhere() throws Exception {
        speaks("reviser", "en");
        Hearing hearing = Hearing.opened(port);
        say(hearing, "@reviser, is this @chair right? See the paragraph on borders.");
        String withdrawn =
                say(hearing, "@reviser, never mind.").json().path("id").asText();
        assertThat(Caller.as(port, "programme-manager")
                        .send("DELETE", "/api/v1/cases/" + hearing.key() + "/comments/" + withdrawn, null)
                        .status())
                .isEqualTo(204);
        outbox.work();

        assertThat(mailTo("chair")).hasSize(1);
        assertThat(mailTo("reviser")).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject())
                    .isEqualTo("[" + hearing.key() + "] Somebody calls upon you in the discussion");
            assertThat(parts(mail).get(0))
                    .contains("/cases/" + hearing.key() + "/discussion")
                    .doesNotContain("borders");
        });
    }

    private Answer say(Hearing hearing, String text) {
        return Caller.as(port, "programme-manager")
                .post("/api/v1/cases/" + hearing.key() + "/comments", Map.of("text", text));
    }

    @Test
    void anAddressCountsWhenItsCodeWasTyped() throws Exception {
        Browser reader = Browser.signedIn(port, "translator");
        assertThat(reader.get(PAGE + "?lang=en").body()).contains("translator@accord.example");
        assertThat(reader.post(PAGE + "/address", Map.of("address", "a@b@c")).body())
                .contains("is not a mail address", "value=\"a@b@c\"");
        assertThat(reader.post(PAGE + "/address", Map.of("address", "desk@translation.example"))
                        .status())
                .isEqualTo(302);
        MimeMessage mail = SERVER.all().get(0);
        String code = mail.getContent().toString().replaceFirst("(?s).*?(\\d{8}).*", "$1");
        assertThat(reader.post(PAGE + "/address", Map.of("address", "desk@translation.example"))
                        .body())
                .contains("less than a minute ago");

        Answer wrong = reader.post(PAGE + "/confirm", Map.of("code", "12"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("not the code that was sent");
        assertThat(reader.post(PAGE + "/confirm", Map.of("code", " " + code + " "))
                        .status())
                .isEqualTo(302);
        assertThat(reader.get(PAGE).body()).contains("<strong>desk@translation.example</strong>");
        assertThat(reader.post(PAGE + "/confirm", Map.of("code", code)).body()).contains("No code holds any more");
        assertThat(jdbc.sql("""
                        select body like '%desk@translation.example%' from accord.audit_entry
                        where action = 'mail.addressConfirmed' and actor = 'translator'
                        """).query(Boolean.class).single())
                .as("the address is a word that can be erased")
                .isFalse();
        assertThat(reader.post(PAGE + "/remove", Map.of()).status()).isEqualTo(302);
        assertThat(reader.get(PAGE).body()).contains("You have given no address");
    }

    @Test
    void aCodeCannotBeGuessedNorUsedToFloodAStranger() {
        Browser reader = Browser.signedIn(port, "consultant");
        assertThat(reader.get(PAGE + "?lang=en").status()).isEqualTo(200);
        Map<String, String> address = Map.of("address", "stranger@elsewhere.example");
        assertThat(reader.post(PAGE + "/address", address).status()).isEqualTo(302);
        assertThat(reader.post(PAGE + "/remove", Map.of()).status()).isEqualTo(302);
        assertThat(reader.post(PAGE + "/address", address).body()).contains("less than a minute ago");
        assertThat(SERVER.all()).hasSize(1);

        time.moveTo(Actor.person("administrator"), time.instant().plus(Duration.ofMinutes(2)));
        assertThat(reader.post(PAGE + "/address", address).status()).isEqualTo(302);
        for (int guess = 0; guess < 10; guess++) {
            assertThat(reader.post(PAGE + "/confirm", Map.of("code", "guess")).body())
                    .contains("not the code that was sent");
        }
        assertThat(reader.post(PAGE + "/confirm", Map.of("code", "guess")).body())
                .contains("No code holds any more");
    }

    @Test
    void whatIsUndoneIsToldToNobody() {
        Hearing hearing = Hearing.withPaper(port);
        int before = news(hearing);
        assertThat(hearing.complete("expert.1", hearing.task("expert.1", "writeOpinion"), Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(news(hearing)).isEqualTo(before);
    }

    private int news(Hearing hearing) {
        return jdbc.sql("select count(*) from accord.notification_news where case_key = :key")
                .param("key", hearing.key())
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsWronglyChosenIsNamedAndKept() {
        Browser reader = Browser.signedIn(port, "reviser");
        assertThat(reader.get(PAGE + "?lang=en").status()).isEqualTo(200);
        Answer answer = reader.post(
                PAGE,
                Map.of(
                        "tasks", "DAILY",
                        "deadlines", "NEVER",
                        "notices", "AT_ONCE",
                        "mentions", "AT_ONCE",
                        "daily", "25:00",
                        "quietFrom", "22:00",
                        "quietUntil", "22:00",
                        "zone", "Mars/Base"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "“25:00” is not a time",
                        "“Mars/Base” is not a known time zone",
                        "must not begin and end at the same time")
                .contains("value=\"25:00\"", "value=\"22:00\"");
        assertThat(reader.post(PAGE, Map.of("tasks", "LATER")).body()).contains("is not one of the choices");
        assertThat(reader.get(PAGE).body()).contains("value=\"08:00\"");
    }

    @Test
    void thePagesLookRight() {
        try (Chromium chromium = Chromium.launch()) {
            Visit.as(chromium, port, "focal-point.kz", "ru", 360, false)
                    .open(PAGE)
                    .looksRight("mail");
            Visit.as(chromium, port, "focal-point.kz", "en", 1280, true)
                    .open(PAGE)
                    .looksRight("mail");
            Visit.as(chromium, port, "administrator", "ru", 360, false)
                    .open("/operations/mail")
                    .looksRight("outbox");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(Browser.signedIn(port, "focal-point.kz")
                        .get("/operations/mail")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aServerThatIsAwayLosesNothing() {
        Hearing hearing = Hearing.withPaper(port);
        SERVER.stop();
        outbox.work();
        assertThat(outbox.isReachable()).isFalse();
        SERVER.resume();
        Awaitility.await().until(() -> {
            outbox.work();
            return outbox.isReachable();
        });
        assertThat(mailTo("expert.1")).isNotEmpty().allSatisfy(mail -> assertThat(mail.getSubject())
                .contains(hearing.key()));
    }
}
