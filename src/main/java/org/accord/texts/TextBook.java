package org.accord.texts;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.accord.core.Actor;
import org.accord.core.CanonicalJson;
import org.accord.core.Capacity;
import org.accord.core.Digest;
import org.accord.core.Refused;
import org.accord.programme.Programme;
import org.accord.texts.TextVersion.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes the texts of cases and moves them on, in the caller's transaction. Who may ask for it is the caller's to know. */
@Component
class TextBook {

    private final TextStore store;
    private final Programme programme;
    private final TextRefusals refusals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TextBook(
            TextStore store,
            Programme programme,
            TextRefusals refusals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.programme = programme;
        this.refusals = refusals;
        this.events = events;
        this.clock = clock;
    }

    /** Writes the next version, unless it would say what the newest says: then nothing happens. */
    Optional<TextVersion> revise(
            Actor actor, @Nullable Capacity capacity, String caseKey, Map<String, ? extends @Nullable String> bodies) {
        store.lock(caseKey);
        Optional<TextVersion> last = store.newest(caseKey);
        Map<String, String> next =
                Revision.of(programme.languages(), last.map(TextVersion::bodies).orElse(Map.of()), bodies);
        String digest = Digest.of(CanonicalJson.of(next)).hex();
        if (last.filter(version -> version.digest().equals(digest)).isPresent()) {
            return Optional.empty();
        }
        last.ifPresent(version -> requireWritable(actor, capacity, version));
        TextVersion written = new TextVersion(
                caseKey,
                last.map(version -> version.number() + 1).orElse(1),
                next,
                Status.DRAFT,
                digest,
                actor.name(),
                clock.instant(),
                null);
        store.insert(written);
        events.publishEvent(new TextEvent.TextRevised(actor, capacity, TextEvent.Named.of(written)));
        return Optional.of(written);
    }

    private void requireWritable(Actor actor, @Nullable Capacity capacity, TextVersion version) {
        if (version.status() == Status.LOCKED || version.status() == Status.ADOPTED) {
            Refused refused = standing(version);
            refusals.record(new TextEvent.TextRefused(actor, capacity, TextEvent.Named.of(version), refused.code()));
            throw refused;
        }
    }

    private static Refused standing(TextVersion version) {
        return version.status() == Status.ADOPTED
                ? Refused.conflict("textAdopted", version.symbol())
                : Refused.conflict("textLocked", version.symbol(), "" + version.lockedBy());
    }

    void release(Actor actor, String caseKey) {
        TextVersion newest = held(caseKey);
        if (newest.status() != Status.DRAFT) {
            return;
        }
        for (String language : programme.languages()) {
            if (newest.body(language).isEmpty()) {
                throw Refused.conflict("languageMissing", newest.symbol(), language);
            }
        }
        store.move(newest, Status.RELEASED, null);
        events.publishEvent(new TextEvent.TextReleased(actor, TextEvent.Named.of(newest)));
    }

    TextVersion lock(Actor actor, String caseKey, String because) {
        TextVersion newest = held(caseKey);
        if (newest.status() == Status.DRAFT) {
            throw Refused.conflict("textNotReleased", newest.symbol());
        }
        if (newest.status() == Status.RELEASED) {
            store.move(newest, Status.LOCKED, because);
            events.publishEvent(new TextEvent.TextLocked(actor, TextEvent.Named.of(newest), because));
        } else if (!because.equals(newest.lockedBy())) {
            throw standing(newest);
        }
        return held(caseKey);
    }

    void unlock(Actor actor, String caseKey, String because) {
        TextVersion newest = held(caseKey);
        if (newest.status() != Status.LOCKED) {
            return;
        }
        if (!because.equals(newest.lockedBy())) {
            throw standing(newest);
        }
        store.move(newest, Status.RELEASED, null);
        events.publishEvent(new TextEvent.TextUnlocked(actor, TextEvent.Named.of(newest), because));
    }

    void adopt(Actor actor, String caseKey) {
        TextVersion newest = held(caseKey);
        if (newest.status() == Status.DRAFT) {
            throw Refused.conflict("textNotReleased", newest.symbol());
        }
        if (newest.status() != Status.ADOPTED) {
            store.move(newest, Status.ADOPTED, null);
            events.publishEvent(new TextEvent.TextAdopted(actor, TextEvent.Named.of(newest)));
        }
    }

    private TextVersion held(String caseKey) {
        store.lock(caseKey);
        return store.newest(caseKey).orElseThrow(() -> Refused.notFound("noSuchText", caseKey));
    }
}
