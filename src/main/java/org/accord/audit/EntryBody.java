package org.accord.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.accord.core.Actor;
import org.accord.core.CanonicalJson;
import org.accord.core.Capacity;
import org.accord.core.DomainEvent;
import org.accord.core.Scope;
import org.jspecify.annotations.Nullable;

/** What is sealed of an entry: one JSON object in the spelling of RFC 8785. What is absent in the event is absent here. */
final class EntryBody {

    private static final int VERSION = 1;

    private final Map<String, Object> members = new TreeMap<>();

    private EntryBody() {}

    /**
     * @param at in whole microseconds
     * @param details as they are sealed
     * @param circumstances how the actor was known, and what they read
     */
    static String of(
            DomainEvent event,
            Instant at,
            Collection<String> audiences,
            Map<String, ?> details,
            Map<String, String> circumstances) {
        Capacity capacity = event.capacity();
        return CanonicalJson.of(new EntryBody()
                .with("v", VERSION)
                .with("at", at.toString())
                .with("actor", actor(event.by()))
                .with("capacity", capacity == null ? null : capacity(capacity))
                .with("action", event.action())
                .with(
                        "subject",
                        Map.of("type", event.about().type(), "id", event.about().id()))
                .with("case", event.caseKey())
                .with("scope", scope(event.scope()))
                .with("audiences", List.copyOf(audiences))
                .with("details", details)
                .with("authentication", circumstances.get("authentication"))
                .with("language", circumstances.get("language"))
                .members);
    }

    private EntryBody with(String key, @Nullable Object value) {
        if (value != null) {
            members.put(key, value);
        }
        return this;
    }

    private static Map<String, String> actor(Actor actor) {
        return Map.of("kind", actor.kind().name(), "name", actor.name());
    }

    private static Map<String, Object> capacity(Capacity capacity) {
        return new EntryBody()
                .with("role", capacity.role())
                .with("scope", scope(capacity.scope()))
                .with("onBehalfOf", capacity.onBehalfOf())
                .members;
    }

    private static Map<String, Object> scope(Scope scope) {
        return new EntryBody()
                .with("state", scope.state())
                .with("organisation", scope.organisation())
                .with("pillar", scope.pillar())
                .members;
    }
}
