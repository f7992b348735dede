package org.accord.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accord.instance.Time;
import org.accord.process.Jobs;
import org.accord.testing.AccordTest;
import org.accord.testing.Browser;
import org.accord.testing.Delivery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Workshops as mails carry them into their readers' own calendars. */
@AccordTest
@DirtiesContext
class InvitationMailTests {

    private static final LocalMail SERVER = new LocalMail();

    @LocalServerPort
    int port;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Time time;

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

    /** The calendars that the mails of an account carry, in their order. */
    private static List<ICalendar> calendars(String account) throws Exception {
        List<ICalendar> calendars = new ArrayList<>();
        for (MimeMessage mail : SERVER.to(account)) {
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType("text/calendar")) {
                    ICalendar calendar = Biweekly.parse(
                                    new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                            .first();
                    assertThat(part.getContentType())
                            .contains("method=" + calendar.getMethod().getValue());
                    calendars.add(calendar);
                }
            }
        }
        return calendars;
    }

    @Test
    void anInvitationGoesIntoTheReadersOwnCalendarAndIsTakenBack() throws Exception {
        assertThat(Browser.signedIn(port, "focal-point.kz").get("/?lang=ru").status())
                .isEqualTo(200);
        Delivery delivery = Delivery.invited(port, jobs, time);
        outbox.work();

        ICalendar invited = calendars("focal-point.kz").get(0);
        assertThat(calendars("focal-point.kz")).as("once").hasSize(1);
        VEvent event = invited.getEvents().get(0);
        assertThat(invited.getMethod().isRequest()).isTrue();
        assertThat(event.getUid().getValue()).isEqualTo("case-" + delivery.key() + "@accord.example.org");
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("accord@accord.example");
        assertThat(event.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("focal-point.kz@accord.example");
            assertThat(attendee.getRsvp()).isFalse();
        });
        assertThat(event.getSummary().getValue()).isEqualTo("[" + delivery.key() + "] Практикум");
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();

        SERVER.empty();
        delivery.cancelled();
        outbox.work();
        MimeMessage mail = SERVER.to("focal-point.kz").get(0);
        assertThat(mail.getSubject()).startsWith("[" + delivery.key() + "] ");
        ICalendar taken = calendars("focal-point.kz").get(0);
        assertThat(taken.getMethod().isCancel()).isTrue();
        assertThat(taken.getEvents().get(0).getSequence().getValue()).isEqualTo(1);
        assertThat(taken.getEvents().get(0).getUid().getValue())
                .isEqualTo(event.getUid().getValue());

        SERVER.empty();
        outbox.work();
        assertThat(calendars("focal-point.kz")).as("taken back once").isEmpty();
    }

    @Test
    void whoeverGotNoInvitationIsNotToldThatItIsOff() throws Exception {
        Delivery delivery = Delivery.planned(port, jobs, time);
        outbox.work();
        SERVER.empty();
        assertThat(calendars("expert.1")).isEmpty();
        delivery.does(
                "political-officer",
                "issueInvitations",
                Map.of("noteNumber", "NV-1", "sentOn", time.instant().toString().substring(0, 10)));
        delivery.cancelled();
        outbox.work();
        assertThat(calendars("auditor")).isEmpty();
        assertThat(calendars("focal-point.uz"))
                .as("what came and went within one mail is no invitation")
                .allSatisfy(
                        calendar -> assertThat(calendar.getMethod().isCancel()).isFalse());
    }
}
