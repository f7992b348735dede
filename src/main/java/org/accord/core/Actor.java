package org.accord.core;

import org.jspecify.annotations.Nullable;

/**
 * Who acts. Every command takes one first, so that nothing happens in nobody's name.
 *
 * @param kind a person at a page, a program with a person's token, or Accord itself (timers, imports)
 * @param name the user name of the post, or the name of Accord's own part
 */
public record Actor(Kind kind, String name) {

    public enum Kind {
        PERSON,
        TOKEN,
        SYSTEM
    }

    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an actor has a name");
        }
    }

    public static Actor person(String name) {
        return new Actor(Kind.PERSON, name);
    }

    public static Actor token(String name) {
        return new Actor(Kind.TOKEN, name);
    }

    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part);
    }

    public boolean isSystem() {
        return kind == Kind.SYSTEM;
    }

    public boolean is(@Nullable String userName) {
        return !isSystem() && name.equals(userName);
    }
}
