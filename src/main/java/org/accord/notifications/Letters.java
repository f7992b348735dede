package org.accord.notifications;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
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
import org.accord.core.Actor;
import org.accord.core.LocalText;
import org.accord.documents.Markings;
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
    private final Processes processes;
    private final Programme programme;
    private final NotificationsProperties properties;
    private final MessageSource messages;
    private final SpringTemplateEngine templates;
    private final Clock clock;

    Letters(
            Recipients recipients,
            Markings markings,
            Processes processes,
            Programme programme,
            NotificationsProperties properties,
            MessageSource messages,
            SpringTemplateEngine templates,
            Clock clock) {
        this.recipients = recipients;
        this.markings = markings;
        this.processes = processes;
        this.programme = programme;
        this.properties = properties;
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
     */
    record Line(String caseKey, String text, @Nullable String due, String address, String marking) {}

    /** The mail; none if nothing of the news is still true and theirs to know. */
    Optional<Letter> write(UUID id, Preferences.Reader reader, List<News> news) {
        List<Line> lines =
                news.stream().flatMap(one -> line(reader, one).stream()).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(letter(id, reader, lines));
    }

    private Optional<Line> line(Preferences.Reader reader, News news) {
        if (news.kind() != Wishes.Kind.NOTICE) {
            return recipients.task(reader.account(), news).map(task -> line(reader, news, task));
        }
        if (!recipients.concerns(reader.account(), news)) {
            return Optional.empty();
        }
        String marking = marking(reader, news);
        String text = marking.equals(UNCLASSIFIED)
                ? notice(news, reader.language())
                : say("mail.marked.notice", reader.language());
        return Optional.of(new Line(news.caseKey(), text, null, "/cases/" + news.caseKey(), marking));
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
                        marking)
                : new Line(news.caseKey(), say("mail.marked." + what, locale), null, "/tasks/" + task.id(), marking);
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

    private String notice(News news, Locale locale) {
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
                "base", properties.address()));
        String page = templates.process("notifications/mail", context);
        return message(id, reader.address(), subject, plain(lines, marking, locale), page);
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
            text.append(properties.address()).append(line.address()).append("\n\n");
        }
        return text.append("-- \n")
                .append(programme.name().in(locale))
                .append('\n')
                .append(say("mail.footer", locale))
                .append('\n')
                .append(properties.address())
                .append("/account/mail\n")
                .toString();
    }

    /** The mail that proves that somebody reads the address. */
    Letter code(MailAddress address, String code, Locale locale) {
        String text = say("mail.code.text", locale, code, properties.address() + "/account/mail");
        return message(UUID.randomUUID(), address, say("mail.code.subject", locale), text, null);
    }

    private Letter message(UUID id, MailAddress to, String subject, String plain, @Nullable String page) {
        try {
            Letter message = new Letter("<" + id + "@" + properties.domain() + ">");
            message.setFrom(new InternetAddress(properties.mail().from(), "Accord", UTF_8));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to.text()));
            message.setSubject(subject, UTF_8);
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            if (page == null) {
                message.setText(plain, UTF_8);
            } else {
                message.setContent(new MimeMultipart("alternative", part(plain, "plain"), part(page, "html")));
            }
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("a mail of checked parts can be written", e);
        }
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
