package org.accord.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accord.core.LocalText;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The programme that this Accord runs. What the programme file says does not change while Accord runs; posts and
 * mandates are read from the database each time, since an administrator may change them.
 */
@Component
public class Programme {

    private final ProgrammeImport imported;
    private final ProgrammeStore store;

    Programme(ProgrammeImport imported, ProgrammeStore store) {
        this.imported = imported;
        this.store = store;
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
        return content().zone();
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

    /** The posts, by user name, that hold the role on the day of that moment with a mandate that covers the scope. */
    public List<Post> holders(String role, Scope scope, Instant at) {
        return Holding.covering(store.holdingsIn(role), scope, dayOf(at));
    }

    /** The names of all deadline rules. */
    public Set<String> deadlineRules() {
        return content().deadlines().keySet();
    }

    /**
     * The moment at which work under the rule is due. A rule counted in working days skips the days off of its
     * calendar and never ends on a day off of a participating State.
     *
     * @param date the reference date of the case; needed by rules counted from it
     * @param opened the moment at which the work was opened
     * @throws Refused invalid, {@code noSuchDeadline} for an unknown rule, {@code deadlineNeedsDate} if the rule counts
     *     from a date and there is none
     */
    public Instant due(String rule, @Nullable LocalDate date, Instant opened) {
        DeadlineRule known = content().deadlines().get(rule);
        if (known == null) {
            throw new Refused(Refused.Kind.INVALID, "noSuchDeadline", List.of(rule), List.of());
        }
        return known.due(date, opened);
    }

    /** The day itself if the secretariat works on it, else the next on which it does. */
    public LocalDate workingDay(LocalDate day) {
        return content().calendar().next(day);
    }

    /** The day of that moment in the zone of the programme. */
    public LocalDate dayOf(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private ProgrammeFile content() {
        return imported.content();
    }
}
