package org.accord.notifications;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.accord.calendar.Invitations;
import org.accord.calendar.Invitations.Invitation;
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.documents.Markings;
import org.accord.instance.InstanceProperties;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.accord.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes mails in their reader's language. A mail holds no word that somebody typed: the number of the case, a link, and
 * what the model calls the step; of what is confidential, or belongs to a case with marked documents, the number and the link only.
 */
@Component
class Letters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String UNCLASSIFIED = "UNCLASSIFIED";
    private static final String CONFIDENTIAL = "CONFIDENTIAL";

    private final Recipients recipients;
    private final Markings markings;
    private final Invitations invitations;
    private final Processes processes;
    private final Programme programme;
    private final NotificationsProperties properties;
    private final InstanceProperties instance;
    private final MessageSource messages;
    private final SpringTemplateEngine templates;
    private final Clock clock;

    Letters(
            Recipients recipients,
            Markings markings,
            Invitations invitations,
            Processes processes,
            Programme programme,
            NotificationsProperties properties,
            InstanceProperties instance,
            MessageSource messages,
            SpringTemplateEngine templates,
            Clock clock) {
        this.recipients = recipients;
        this.markings = markings;
        this.invitations = invitations;
        this.processes = processes;
        this.programme = programme;
        this.properties = properties;
        this.instance = instance;
        this.messages = messages;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * One thing that a mail tells.
     *
     * @param due when it is due, in words
     * @param address of the page where it is seen to
     * @param marking of the case
     * @param invitation what goes into the reader's own calendar
     */
    record Line(
            String caseKey,
            String text,
            @Nullable String due,
            String address,
            String marking,
            Optional<Invitation> invitation) {}

    /** The mail; none if nothing of the news is still true and theirs to know. */
    Optional<Letter> write(UUID id, Preferences.Reader reader, List<News> news) {
        List<Line> lines =
                news.stream().flatMap(one -> line(reader, one).stream()).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(letter(id, reader, lines));
    }

    private Optional<Line> line(Preferences.Reader reader, News news) {
        if (news.kind() == Wishes.Kind.MENTION) {
            return recipients.concerns(reader.account(), news) ? Optional.of(mention(reader, news)) : Optional.empty();
        }
        if (news.kind() != Wishes.Kind.NOTICE) {
            return recipients.task(reader.account(), news).map(task -> line(reader, news, task));
        }
        if (!recipients.concerns(reader.account(), news)) {
            return Optional.empty();
        }
        Optional<Invitation> invitation = invitations.of(envelope(reader), news.caseKey());
        if (news.isOfGathering() && invitation.isEmpty()) {
            return Optional.empty();
        }
        String marking = marking(reader, news);
        String text = marking.equals(UNCLASSIFIED)
                ? notice(news, invitation, reader.language())
                : say("mail.marked.notice", reader.language());
        return Optional.of(new Line(news.caseKey(), text, null, "/cases/" + news.caseKey(), marking, invitation));
    }

    private Invitations.Envelope envelope(Preferences.Reader reader) {
        return new Invitations.Envelope(
                reader.account(),
                reader.language(),
                properties.mail().from(),
                reader.address().text());
    }

    private Line mention(Preferences.Reader reader, News news) {
        return new Line(
                news.caseKey(),
                say("mail.line.mention", reader.language()),
                null,
                "/cases/" + news.caseKey() + "/discussion",
                marking(reader, news),
                Optional.empty());
    }

    private Line line(Preferences.Reader reader, News news, TaskView task) {
        Locale locale = reader.language();
        String marking = marking(reader, news);
        String what = news.kind() == Wishes.Kind.TASK ? "task" : isLate(task) ? "late" : "soon";
        return marking.equals(UNCLASSIFIED)
                ? new Line(
                        news.caseKey(),
                        say("mail.line." + what, locale, task.name().in(locale)),
                        due(task, reader),
                        task.address(),
                        marking,
                        Optional.empty())
                : new Line(
                        news.caseKey(),
                        say("mail.marked." + what, locale),
                        null,
                        "/tasks/" + task.id(),
                        marking,
                        Optional.empty());
    }

    /** Of a document that the reader does not know of the mark tells no more than that something is withheld. */
    private String marking(Preferences.Reader reader, News news) {
        if (!markings.isMarked(news.caseKey())) {
            return news.confidential() ? CONFIDENTIAL : UNCLASSIFIED;
        }
        String known = markings.knownTo(Actor.person(reader.account()), news.caseKey());
        return known.equals(UNCLASSIFIED) ? CONFIDENTIAL : known;
    }

    private boolean isLate(TaskView task) {
        Instant due = task.due();
        return due != null && due.isBefore(clock.instant());
    }

    private String notice(News news, Optional<Invitation> invitation, Locale locale) {
        if (news.isOfGathering()) {
            return say("mail.gathering." + (invitation.orElseThrow().off() ? "off" : "changed"), locale);
        }
        return programme
                .notice(news.subject())
                .or(() -> named(news))
                .map(text -> text.in(locale))
                .orElseGet(() -> say("mail.marked.notice", locale));
    }

    private Optional<LocalText> named(News news) {
        return processes
                .newest(String.valueOf(news.model()))
                .map(process -> processes.elementName(process.id(), String.valueOf(news.element())));
    }

    private static @Nullable String due(TaskView task, Preferences.Reader reader) {
        Instant due = task.due();
        return due == null
                ? null
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(LocalText.custom(reader.language()))
                                .format(due.atZone(reader.wishes().zone()))
                        + " (" + reader.wishes().zone().getId() + ")";
    }

    private Letter letter(UUID id, Preferences.Reader reader, List<Line> lines) {
        Locale locale = reader.language();
        String marking =
                lines.stream().map(Line::marking).max(Letters::bySensitivity).orElse(UNCLASSIFIED);
        String subject = lines.size() == 1
                ? "[" + lines.get(0).caseKey() + "] " + lines.get(0).text()
                : say("mail.subject.many", locale, lines.size());
        Context context = new Context(locale);
        context.setVariables(Map.of(
                "lines", lines,
                "marking", say("documents.level." + marking, locale),
                "programme", programme.name().in(locale),
                "base", instance.address()));
        String page = templates.process("notifications/mail", context);
        return message(
                id, reader.address(), new Content(subject, plain(lines, marking, locale), page, invitations(lines)));
    }

    /** Each once; several pieces of news of one case carry the same. */
    private static List<Invitation> invitations(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.invitation().stream())
                .distinct()
                .toList();
    }

    private static int bySensitivity(String one, String other) {
        List<String> levels = List.of(UNCLASSIFIED, CONFIDENTIAL, "STRICTLY_CONFIDENTIAL");
        return Integer.compare(levels.indexOf(one), levels.indexOf(other));
    }

    private String plain(List<Line> lines, String marking, Locale locale) {
        StringBuilder text = new StringBuilder(say("documents.level." + marking, locale)).append("\n\n");
        for (Line line : lines) {
            text.append(line.caseKey()).append(": ").append(line.text()).append('\n');
            if (line.due() != null) {
                text.append(say("mail.due", locale, line.due())).append('\n');
            }
            text.append(instance.address()).append(line.address()).append("\n\n");
        }
        return text.append("-- \n")
                .append(programme.name().in(locale))
                .append('\n')
                .append(say("mail.footer", locale))
                .append('\n')
                .append(instance.address())
                .append("/account/mail\n")
                .toString();
    }

    /** The mail that proves that somebody reads the address. */
    Letter code(MailAddress address, String code, Locale locale) {
        String text = say("mail.code.text", locale, code, instance.address() + "/account/mail");
        return message(
                UUID.randomUUID(), address, new Content(say("mail.code.subject", locale), text, null, List.of()));
    }

    /** @param page the same as the plain text, if it has a page too */
    private record Content(
            String subject, String plain, @Nullable String page, List<Invitation> invitations) {}

    private Letter message(UUID id, MailAddress to, Content content) {
        try {
            Letter message = new Letter("<" + id + "@" + properties.domain() + ">", content.invitations());
            message.setFrom(new InternetAddress(properties.mail().from(), "Accord", UTF_8));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text()));
            message.setSubject(content.subject(), UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            if (content.page() == null) {
                message.setText(content.plain(), UTF_8);
            } else {
                message.setContent(parts(content.plain(), content.page(), content.invitations()));
            }
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("a mail of checked parts can be written", e);
        }
    }

    private static MimeMultipart parts(String plain, String page, List<Invitation> invitations)
            throws MessagingException {
        MimeMultipart text = new MimeMultipart("alternative", part(plain, "plain"), part(page, "html"));
        if (invitations.isEmpty()) {
            return text;
        }
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(text);
        MimeMultipart all = new MimeMultipart("mixed", first);
        for (Invitation invitation : invitations) {
            all.addBodyPart(part(invitation));
        }
        return all;
    }

    private static MimeBodyPart part(Invitation invitation) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                invitation.text().getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=utf-8; method=" + invitation.method())));
        part.setFileName(invitation.caseKey() + ".ics");
        return part;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private String say(String code, Locale locale, Object... args) {
        return String.valueOf(messages.getMessage(code, args, code, locale));
    }
}
