package org.accord.programme;

import java.time.LocalDate;
import java.util.List;
import org.accord.core.Scope;

/** A post and one of its mandates. */
public record Holding(Post post, Mandate mandate) {

    static List<Post> posts(List<Holding> holdings) {
        return holdings.stream().map(Holding::post).distinct().toList();
    }

    static List<Mandate> mandatesOn(List<Holding> holdings, LocalDate day) {
        return holdings.stream()
                .map(Holding::mandate)
                .filter(mandate -> mandate.holdsOn(day))
                .toList();
    }

    static List<Post> on(List<Holding> holdings, LocalDate day) {
        return posts(holdings.stream()
                .filter(holding -> holding.mandate.holdsOn(day))
                .toList());
    }

    static List<Post> covering(List<Holding> holdings, Scope scope, LocalDate day) {
        return posts(holdings.stream()
                .filter(holding -> holding.mandate.holdsOn(day))
                .filter(holding -> holding.mandate.scope().covers(scope))
                .toList());
    }

    /** Whether it is the same mandate of the same post, whatever the post is called. */
    boolean isSame(Holding other) {
        return isOfSamePost(other) && mandate.equals(other.mandate);
    }

    boolean isOfSamePost(Holding other) {
        return post.userName().equals(other.post.userName());
    }
}
