package org.accord.core;

/** What an event is about: a task, a case, an account. */
public record Subject(String type, String id) {

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
