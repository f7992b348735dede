package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.accord.access.Permissions;
import org.accord.cases.Cases;
import org.accord.core.Actor;
import org.accord.core.Capacity;
import org.accord.core.Scope;
import org.accord.instance.Time;
import org.accord.process.AwaitedMessage;
import org.accord.process.Processes;
import org.accord.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The posts of the demonstration, and what they see and may do in cases. */
@TestComponent
class People {

    private static final Actor AUDITOR = Actor.person("auditor");

    private final Cases cases;
    private final Processes processes;
    private final Permissions permissions;
    private final Programme programme;
    private final Time time;
    private final JdbcClient jdbc;
    private final Map<String, BigDecimal> limits = new HashMap<>();

    People(Cases cases, Processes processes, Permissions permissions, Programme programme, Time time, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.processes = processes;
        this.permissions = permissions;
        this.programme = programme;
        this.time = time;
    }

    /** Changes up to which total the post may approve, until {@link #restoreLimits}. */
    void limit(String post, int limit) {
        limits.computeIfAbsent(post, name -> programme
                .delegationTo(name, time.instant())
                .orElseThrow()
                .limit());
        setLimit(post, BigDecimal.valueOf(limit));
    }

    void restoreLimits() {
        limits.forEach(this::setLimit);
        limits.clear();
    }

    private void setLimit(String post, BigDecimal limit) {
        jdbc.sql("update accord.programme_delegation set spending_limit = :limit where user_name = :post")
                .param("limit", limit)
                .param("post", post)
                .update();
    }

    /** Somebody who holds the role there today. */
    Actor holder(String role, Scope scope) {
        return programme.holders(role, scope, time.instant()).stream()
                .findFirst()
                .map(post -> Actor.person(post.userName()))
                .orElseThrow(() -> new AssertionError("nobody holds " + scope.principal(role)));
    }

    Capacity capacity(Actor actor, String role, Scope scope) {
        return permissions.capacityForWork(actor, role, scope).orElseThrow();
    }

    String open(String process) {
        String starter = processes.startable(process).starters().get(0);
        return cases.open(holder(starter, Scope.PROGRAMME), process).key();
    }

    AwaitedMessage awaited(String caseKey, String message, @Nullable String state) {
        return processes.awaitedMessages(caseKey).stream()
                .filter(candidate -> candidate.name().equals(message))
                .filter(candidate -> state == null || state.equals(candidate.state()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(caseKey + " does not wait for " + message));
    }

    /** Somebody who sees the message among what may be reported; the holders of all its roles do. */
    Actor reporter(String caseKey, AwaitedMessage message) {
        Scope scope = new Scope(message.state(), message.organisation(), null);
        List<Actor> reporters =
                message.roles().stream().map(role -> holder(role, scope)).toList();
        for (Actor reporter : reporters) {
            assertThat(cases.reportable(reporter, caseKey))
                    .as("what %s may report", reporter.name())
                    .extracting(AwaitedMessage::id)
                    .contains(message.id());
        }
        return reporters.get(0);
    }

    String outcome(String caseKey) {
        return "" + cases.find(AUDITOR, caseKey).outcome();
    }

    /** The cases that this one opened, of one process or of all. */
    List<String> children(String caseKey, @Nullable String process) {
        return cases.children(AUDITOR, caseKey).stream()
                .filter(child -> process == null || child.process().equals(process))
                .map(child -> child.key())
                .toList();
    }
}
