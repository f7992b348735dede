package org.accord.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The programme that this Accord runs. What the programme file says does not change while Accord runs; posts,
 * mandates and the days added to calendars are read from the database each time, since an administrator may change them.
 */
@Component
public class Programme {

    private final ProgrammeImport imported;
    private final ProgrammeStore store;
    private final CalendarStore days;
    private final ApplicationEventPublisher events;

    Programme(ProgrammeImport imported, ProgrammeStore store, CalendarStore days, ApplicationEventPublisher events) {
        this.imported = imported;
        this.store = store;
        this.days = days;
        this.events = events;
    }

    public String code() {
        return content().code();
    }

    public LocalText name() {
        return content().name();
    }

    /** Codes of the languages in which every text must exist, the first one leading. */
    public List<String> languages() {
        return content().languages();
    }

    /** The zone of the secretariat, in which days begin and deadlines end. */
    public ZoneId zone() {
        return content().calendars().zone();
    }

    public List<State> states() {
        return content().parties().states();
    }

    public List<Pillar> pillars() {
        return content().work().pillars();
    }

    public List<Agency> agencies() {
        return content().parties().agencies();
    }

    public List<Organisation> organisations() {
        return content().parties().organisations();
    }

    public List<Role> roles() {
        return content().parties().roles();
    }

    public Optional<Role> role(String code) {
        return roles().stream().filter(role -> role.code().equals(code)).findFirst();
    }

    public List<Initiative> initiatives() {
        return content().work().initiatives();
    }

    /** Meetings first, then workshops, each in the order of the file. */
    public List<Gathering> gatherings() {
        return content().work().gatherings();
    }

    /** The results framework, in the order of the file. */
    public List<Result> results() {
        return content().work().results();
    }

    public List<Instrument> instruments() {
        return content().work().instruments();
    }

    /** All posts by user name, those without a mandate today included. */
    public List<Post> posts() {
        return store.posts();
    }

    public Optional<Post> post(String userName) {
        return store.post(userName);
    }

    /** The mandates of the post on the day of that moment in the zone of the programme; none for an unknown post. */
    public List<Mandate> mandatesOf(String userName, Instant at) {
        return Holding.mandatesOn(store.holdingsOf(userName), dayOf(at));
    }

    /** All mandates that the post ever had or will have; none for an unknown post. */
    public List<Mandate> mandatesOf(String userName) {
        return store.holdingsOf(userName).stream().map(Holding::mandate).toList();
    }

    /** Adds a post, without a mandate. Whether it was not there yet. */
    public boolean add(Post post) {
        return store.add(post);
    }

    /** Until the end of the transaction nobody else changes rights, and what roles may do is known as it is now. */
    public void holdRights() {
        store.holdRights();
        imported.refresh();
    }

    /** Gives the post a mandate, within the caller's transaction; the caller has asked whether that may be. */
    public void grant(Actor actor, @Nullable Capacity capacity, String userName, Mandate mandate) {
        store.add(userName, mandate);
        events.publishEvent(new ProgrammeEvent.MandateGiven(actor, capacity, userName, mandate));
    }

    /**
     * Ends the mandate with that day, or takes it away whole if it would begin only later; within the caller's transaction. Whether
     * the post has it.
     */
    public boolean end(String userName, Mandate mandate, LocalDate lastDay) {
        return store.end(userName, mandate, lastDay);
    }

    /** The posts, by user name, that hold the role on the day of that moment with a mandate that covers the scope. */
    public List<Post> holders(String role, Scope scope, Instant at) {
        return Holding.covering(store.holdingsIn(role), scope, dayOf(at));
    }

    /** The posts, by user name, that hold the role on the day of that moment, wherever their mandate reaches. */
    public List<Post> holders(String role, Instant at) {
        return Holding.on(store.holdingsIn(role), dayOf(at));
    }

    /** Whether authority to approve spending is delegated by name at all; where it is not, a mandate is enough. */
    public boolean delegatesAuthority() {
        return store.delegatesAuthority();
    }

    /** The furthest-reaching authority that is delegated to the post on the day of that moment. */
    public Optional<Delegation> delegationTo(String userName, Instant at) {
        return store.delegationsTo(userName).stream()
                .filter(delegation -> delegation.holdsOn(dayOf(at)))
                .findFirst();
    }

    /** All authority to approve spending that was ever delegated to the post, the furthest-reaching first. */
    public List<Delegation> delegationsTo(String userName) {
        return store.delegationsTo(userName);
    }

    /** What people are told when a process issues this notice, if the programme has words for it. */
    public Optional<LocalText> notice(String code) {
        return Optional.ofNullable(content().notices().get(code));
    }

    /** The names of all deadline rules. */
    public Set<String> deadlineRules() {
        return content().deadlines().keySet();
    }

    /**
     * The moment at which work under the rule is due. A rule counted in working days skips the days off of its
     * calendar and never ends on a day off of a participating State. Until the end of the transaction no calendar changes.
     *
     * @param date the reference date of the case; needed by rules counted from it
     * @param opened the moment at which the work was opened
     * @throws Refused invalid, {@code noSuchDeadline} for an unknown rule, {@code deadlineNeedsDate} if the rule counts
     *     from a date and there is none
     */
    public Instant due(String rule, @Nullable LocalDate date, Instant opened) {
        holdCalendars();
        DeadlineRule known = content().deadlines().get(rule);
        if (known == null) {
            throw new Refused(Refused.Kind.INVALID, "noSuchDeadline", List.of(rule), List.of());
        }
        return known.in(calendars()).due(date, opened);
    }

    /**
     * The holidays of these States in that time, both days included, by day; without States those of the secretariat. The names
     * are as in the calendars, each once.
     */
    public Map<LocalDate, List<LocalText>> holidays(Collection<String> states, LocalDate from, LocalDate until) {
        Calendars all = calendars();
        List<WorkingCalendar> kept = states.isEmpty()
                ? List.of(all.ofSecretariat())
                : all.of(states().stream().filter(state -> states.contains(state.code())));
        Map<LocalDate, List<LocalText>> holidays = new LinkedHashMap<>();
        from.datesUntil(until.plusDays(1)).forEach(day -> {
            List<LocalText> names = kept.stream()
                    .flatMap(calendar -> calendar.holiday(day).stream())
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                holidays.put(day, names);
            }
        });
        return holidays;
    }

    /** The day itself if the secretariat works on it, else the next on which it does. */
    public LocalDate workingDay(LocalDate day) {
        return calendars().ofSecretariat().next(day);
    }

    /**
     * When a period ends that the secretariat counts and these States are bound by: at closing time of the day that lies
     * so many working days of the secretariat after the day of {@code from}, moved on to the next day that the
     * secretariat and every one of the States work. A State that keeps no calendar, or is unknown, works always. The calendars
     * stay as they are until the end of the caller's transaction.
     */
    public Instant expiry(Instant from, int workingDays, Collection<String> states) {
        holdCalendars();
        return expiryFor(states).after(from, workingDays);
    }

    /**
     * When a period of hours ends: exactly so many hours after {@code from}, or if the secretariat or one of the States
     * does not work that day, at closing time of the next day that all of them work.
     */
    public Instant expiryAfterHours(Instant from, int hours, Collection<String> states) {
        holdCalendars();
        return expiryFor(states).afterHours(from, hours);
    }

    /** Closing time of the day so many working days of the secretariat after the day of {@code opened}. */
    public Instant workingDayAt(Instant opened, int workingDays) {
        imported.refresh();
        return expiryFor(List.of()).workingDayAt(opened, workingDays);
    }

    /**
     * How many days that the secretariat and every one of the States work have begun since the day of {@code due}: 0 on
     * that day, negative before it, so that -2 means two working days to go.
     */
    public int workingDaysLate(Instant due, Instant now, Collection<String> states) {
        return expiryFor(states).workingDaysLate(due, now);
    }

    /**
     * How late work that was due then is on the day of {@code now} and on each of the days that follow, so many in all;
     * counted as in {@link #workingDaysLate}.
     */
    public List<Lateness> lateness(Instant due, Instant now, int days, Collection<String> states) {
        return expiryFor(states).lateness(due, now, days);
    }

    /** Waits until nobody counts in the calendars, and makes those who want to wait for the end of the transaction. */
    public void claimCalendars() {
        days.claim();
    }

    /** Until the end of the transaction no calendar and no deadline changes, and those in force are known. */
    private void holdCalendars() {
        days.hold();
        imported.refresh();
    }

    private Calendars calendars() {
        return content().calendars().with(days.days());
    }

    private Expiry expiryFor(Collection<String> states) {
        return calendars().expiry(states(), states);
    }

    /** The day of that moment in the zone of the programme. */
    public LocalDate dayOf(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private ProgrammeFile content() {
        return imported.content();
    }
}
