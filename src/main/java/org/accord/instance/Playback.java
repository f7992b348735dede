package org.accord.instance;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Whether the programme's history is being played, and how far it is. */
@Component
public class Playback {

    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean running;

    public void begin() {
        done.set(0);
        running = true;
    }

    public void step() {
        done.incrementAndGet();
    }

    public void end() {
        running = false;
    }

    public boolean isRunning() {
        return running;
    }

    /** Tasks done since it began. */
    public int done() {
        return done.get();
    }
}
