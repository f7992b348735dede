package org.accord.process;

import java.util.function.Supplier;
import org.accord.core.Actor;

/** In whose name the engine works on this thread: the person whose command it carries out, else its own. */
final class Acting {

    private static final Actor ENGINE = Actor.system("engine");
    private static final ThreadLocal<Actor> CURRENT = ThreadLocal.withInitial(() -> ENGINE);

    private Acting() {}

    static Actor current() {
        return CURRENT.get();
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
