package org.accord.transparency;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.accord.access.Permissions;
import org.accord.access.Right;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Refused;
import org.accord.core.Scope;
import org.accord.forms.Forms;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is published, and what is not. Whoever reads the work of everybody may export; the programme manager decides. */
@Component
@EnableConfigurationProperties(IatiProperties.class)
class Publication {

    private static final String MANAGER = "PM";
    private static final int LONGEST_REASON = 1000;

    private final Activities activities;
    private final ExclusionStore store;
    private final Cases cases;
    private final Permissions permissions;
    private final Programme programme;
    private final Forms forms;
    private final IatiProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publication(
            Activities activities,
            ExclusionStore store,
            Cases cases,
            Permissions permissions,
            Programme programme,
            Forms forms,
            IatiProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.store = store;
        this.cases = cases;
        this.permissions = permissions;
        this.programme = programme;
        this.forms = forms;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** An activity, and why it is not published if it is not. */
    record Entry(IatiActivity activity, ExclusionStore.@Nullable Exclusion exclusion) {}

    /** Refuses {@code notPermitted} for a reader who does not read the work of everybody. */
    List<Entry> entries(Actor reader) {
        permissions.require(reader, Right.READ_WORK, Scope.PROGRAMME);
        Map<String, ExclusionStore.Exclusion> exclusions = store.all();
        return activities.all(reader).stream()
                .map(activity -> new Entry(activity, exclusions.get(activity.code())))
                .toList();
    }

    /** The published ones as a file of IATI 2.03. */
    byte[] export(Actor reader) {
        List<IatiActivity> published = entries(reader).stream()
                .filter(entry -> entry.exclusion() == null)
                .map(Entry::activity)
                .toList();
        return IatiWriter.write(
                published,
                properties.organisation(),
                programme.name(),
                programme.languages().get(0),
                clock.instant());
    }

    boolean decides(Actor actor) {
        return permissions.capacityForWork(actor, MANAGER, Scope.PROGRAMME).isPresent();
    }

    /** Refuses {@code onlyManagerPublishes}, {@code noSuchCase}, and a reason that is missing. */
    @Transactional
    public void exclude(Actor actor, String caseKey, String reason) {
        Capacity capacity = requireManager(actor, caseKey);
        forms.requireText("reason", reason, LONGEST_REASON);
        store.exclude(new ExclusionStore.Exclusion(caseKey, reason.strip(), actor.name(), clock.instant()));
        events.publishEvent(new PublicationEvent(actor, capacity, caseKey, false, reason.strip()));
    }

    @Transactional
    public void include(Actor actor, String caseKey) {
        Capacity capacity = requireManager(actor, caseKey);
        if (store.include(caseKey)) {
            events.publishEvent(new PublicationEvent(actor, capacity, caseKey, true, ""));
        }
    }

    private Capacity requireManager(Actor actor, String caseKey) {
        cases.find(actor, caseKey);
        return permissions
                .capacityForWork(actor, MANAGER, Scope.PROGRAMME)
                .orElseThrow(() -> Refused.notPermitted("onlyManagerPublishes"));
    }
}
