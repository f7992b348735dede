package org.accord.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.accord.instance.InstanceProperties;
import org.accord.programme.Programme;
import org.accord.programme.State;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes calendars for other programs (RFC 5545, names as in RFC 7986). Moments are in UTC, days are days at the place. What is
 * told of a thing is its kind, the model's name of a task, the State, the number of its case and a link; of what is withheld the
 * number and the link only.
 */
@Component
class Ics {

    private static final Duration ASKED_AGAIN = Duration.ofHours(1);

    /** In characters, so that a line of Cyrillic letters has 75 octets at most (RFC 5545, 3.1). */
    private static final int LONGEST_LINE = 36;

    private final Programme programme;
    private final InstanceProperties instance;
    private final MessageSource messages;

    Ics(Programme programme, InstanceProperties instance, MessageSource messages) {
        this.programme = programme;
        this.instance = instance;
        this.messages = messages;
    }

    String feed(List<Ledger.Line> lines, Locale locale) {
        Calendar calendar = calendar();
        String name = say("calendar.feed.name", locale, programme.name().in(locale));
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), ASKED_AGAIN));
        lines.forEach(line -> calendar.add(event(line, locale)));
        return written(calendar);
    }

    /** An invitation that asks for no answer: who takes part is settled in Accord. */
    String invitation(Told told, Entry entry, Invitations.Envelope envelope) {
        Calendar calendar = calendar();
        calendar.add(told.withdrawn() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        Optional<Entry> described = told.withdrawn() ? Optional.empty() : Optional.of(entry);
        VEvent event = event(new Ledger.Line(told, described), envelope.language());
        event.add(new Organizer(new ParameterList(List.of(new Cn("Accord"))), mailto(envelope.from())));
        event.add(new Attendee(
                new ParameterList(List.of(Rsvp.FALSE, PartStat.NEEDS_ACTION, Role.REQ_PARTICIPANT)),
                mailto(envelope.to())));
        calendar.add(event);
        return written(calendar);
    }

    private static String written(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(true, LONGEST_LINE).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a scheme and an address make a URI", e);
        }
    }

    private static Calendar calendar() {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Accord//Calendar//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        return calendar;
    }

    private VEvent event(Ledger.Line line, Locale locale) {
        Told told = line.told();
        VEvent event = new VEvent(false);
        event.add(new Uid(told.uid() + "@" + host()));
        event.add(new Sequence(told.sequence()));
        event.add(new DtStamp(told.at()));
        event.add(new LastModified(told.at()));
        times(event, told.when());
        event.add(status(line));
        event.add(ImmutableTransp.TRANSPARENT);
        event.add(ImmutableClazz.CONFIDENTIAL);
        line.entry()
                .filter(entry -> !told.withdrawn())
                .ifPresentOrElse(
                        entry -> describe(event, entry, locale),
                        () -> event.add(new Summary(say("calendar.feed.off", locale, told.caseKey()))));
        return event;
    }

    private static Status status(Ledger.Line line) {
        if (line.told().withdrawn()) {
            return ImmutableStatus.VEVENT_CANCELLED;
        }
        boolean undecided = line.entry()
                .filter(entry -> entry.kind() == Entry.Kind.PROPOSAL)
                .isPresent();
        return undecided ? ImmutableStatus.VEVENT_TENTATIVE : ImmutableStatus.VEVENT_CONFIRMED;
    }

    private static void times(VEvent event, When when) {
        if (when instanceof When.Days days) {
            event.add(new DtStart<LocalDate>(days.from()));
            event.add(new DtEnd<LocalDate>(days.until().plusDays(1)));
        } else if (when instanceof When.Moment moment) {
            event.add(new DtStart<Instant>(moment.at()));
        }
    }

    private void describe(VEvent event, Entry entry, Locale locale) {
        String kind = say("calendar.kind." + entry.kind().word(), locale);
        String link = instance.address() + entry.address();
        event.add(new Summary(
                entry.withheld()
                        ? say("calendar.feed.withheld", locale, entry.caseKey())
                        : "[" + entry.caseKey() + "] " + what(entry, kind, locale)));
        event.add(new Description(link));
        event.add(new Url(URI.create(link)));
        if (!entry.withheld()) {
            event.add(new Categories(kind));
            programme.states().stream()
                    .filter(state -> state.code().equals(entry.state()))
                    .map(State::name)
                    .forEach(name -> event.add(new Location(name.in(locale))));
        }
    }

    /** Of a task what the model calls it; titles and questions may have been typed by people. */
    private static String what(Entry entry, String kind, Locale locale) {
        return entry.kind() == Entry.Kind.TASK ? entry.name().in(locale) : kind;
    }

    private String host() {
        return URI.create(instance.address()).getHost();
    }

    private String say(String code, Locale locale, Object... args) {
        return String.valueOf(messages.getMessage(code, args, code, locale));
    }
}
