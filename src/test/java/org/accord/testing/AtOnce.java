package org.accord.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same moment, each on a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** What each answered, in the order given. */
    public static <T> List<T> run(List<Callable<T>> works) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(works.size());
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> work : works) {
                running.add(threads.submit(() -> {
                    together.await();
                    return work.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
