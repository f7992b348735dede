package org.accord.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.accord.core.Scope;
import org.accord.programme.Codes.Thing;
import org.jspecify.annotations.Nullable;

/** Reads posts with their mandates and delegations, and whether the mandates go together. */
final class HoldingsReader {

    private static final Map<Role.ScopeKind, Set<String>> NAMED = Map.of(
            Role.ScopeKind.PROGRAMME, Set.of(),
            Role.ScopeKind.STATE, Set.of("state"),
            Role.ScopeKind.AGENCY, Set.of("state", "agency"),
            Role.ScopeKind.ORGANISATION, Set.of("organisation"));

    private record Placed(Located role, Mandate mandate) {}

    private final Reading reading;
    private final Map<String, Role> roles;

    private HoldingsReader(Reading reading, List<Role> roles) {
        this.reading = reading;
        this.roles = roles.stream().collect(Collectors.toMap(Role::code, Function.identity(), (first, again) -> first));
    }

    /** All posts, those included that hold no mandate of their own, and what they hold. */
    record Held(List<Post> posts, List<Holding> holdings, List<Delegation> delegations) {}

    static Held read(Fields root, List<Role> roles) {
        HoldingsReader reader = new HoldingsReader(root.reading(), roles);
        List<Post> posts = new ArrayList<>();
        List<Holding> holdings = new ArrayList<>();
        Map<Post, List<Fields>> delegations = new LinkedHashMap<>();
        for (Fields fields : root.items("posts")) {
            Post post = new Post(fields.declared("user", Thing.POST), fields.words("name"));
            posts.add(post);
            delegations.put(post, fields.optionalItems("delegations"));
            holdings.addAll(reader.holdings(post, fields));
        }
        return new Held(posts, holdings, delegations(delegations));
    }

    /** Read when all posts are known, since a delegation may name one that comes later. */
    private static List<Delegation> delegations(Map<Post, List<Fields>> fields) {
        List<Delegation> delegations = new ArrayList<>();
        fields.forEach((post, items) -> items.forEach(item -> delegations.add(delegation(post, item))));
        return delegations;
    }

    private static Delegation delegation(Post post, Fields fields) {
        fields.required("limit");
        Integer limit = fields.optionalCount("limit");
        String by = fields.optionalReference("by", Thing.POST);
        LocalDate from = fields.date("from");
        LocalDate until = fields.optionalDate("until");
        fields.inOrder("from", "until");
        fields.done();
        return new Delegation(post.userName(), BigDecimal.valueOf(limit == null ? 0 : limit), from, until, by);
    }

    private List<Holding> holdings(Post post, Fields fields) {
        List<Placed> mandates = mandates(fields);
        fields.done();
        for (int i = 0; i < mandates.size(); i++) {
            for (Placed earlier : mandates.subList(0, i)) {
                refuseExcluded(mandates.get(i), earlier);
            }
        }
        return mandates.stream()
                .map(placed -> new Holding(post, placed.mandate()))
                .toList();
    }

    private List<Placed> mandates(Fields fields) {
        List<Fields> items = fields.optionalItems("mandates");
        if (!fields.has("mandates")) {
            reading.faults().add("noMandate", fields.here("user").with(fields.text("user")));
        }
        List<Placed> found = new ArrayList<>();
        for (Fields item : items) {
            Located role = item.required("role");
            Mandate mandate = mandate(item);
            if (role != null) {
                found.add(new Placed(role, mandate));
            }
        }
        return found;
    }

    private Mandate mandate(Fields fields) {
        String role = fields.reference("role", Thing.ROLE);
        Scope scope = scope(fields, roles.get(role));
        LocalDate from = fields.date("from");
        LocalDate until = fields.optionalDate("until");
        fields.inOrder("from", "until");
        fields.done();
        return new Mandate(role, scope, from, until);
    }

    private Scope scope(Fields fields, @Nullable Role role) {
        String state = fields.optionalReference("state", Thing.STATE);
        String agency = fields.optionalReference("agency", Thing.AGENCY);
        String organisation = fields.optionalReference("organisation", Thing.ORGANISATION);
        String pillar = fields.optionalReference("pillar", Thing.PILLAR);
        if (role != null) {
            List.of("state", "agency", "organisation").forEach(coordinate -> refuseMisfit(fields, coordinate, role));
        }
        return new Scope(state, agency != null ? agency : organisation, pillar);
    }

    private void refuseMisfit(Fields fields, String coordinate, Role role) {
        boolean wanted = Objects.requireNonNull(NAMED.get(role.scope())).contains(coordinate);
        Located found = fields.optional(coordinate);
        if (wanted && found == null) {
            reading.faults().add("scopeMissing", fields.here(coordinate), role.code());
        } else if (!wanted && found != null) {
            reading.faults().add("scopeNotAllowed", found, role.code());
        }
    }

    private void refuseExcluded(Placed later, Placed earlier) {
        Role one = roles.get(later.mandate().role());
        Role other = roles.get(earlier.mandate().role());
        if (one == null || other == null || !later.mandate().overlaps(earlier.mandate())) {
            return;
        }
        if (one.excludes(other)) {
            reading.faults().add("excludedCombination", later.role(), other.code());
        }
        if (one.equals(other) && one.oneState() && !later.mandate().isForSameState(earlier.mandate())) {
            reading.faults().add("oneState", later.role());
        }
    }
}
