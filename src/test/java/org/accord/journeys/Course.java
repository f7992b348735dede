package org.accord.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.accord.journeys.Desk.Waiting;

/** One case from its opening to its end, told as the people in it would tell it. */
final class Course {

    private final String key;
    private final World world;

    private Course(String key, World world) {
        this.key = key;
        this.world = world;
    }

    static Course opened(String process, World world) {
        Course course = new Course(world.people().open(process), world);
        world.hours().settle(course.key);
        return course;
    }

    String key() {
        return key;
    }

    /** The day so many weeks from now, as forms write it. */
    String inWeeks(int weeks) {
        LocalDate day = world.hours().today().plusWeeks(weeks);
        return day.toString();
    }

    /** Everybody who has this task before them does it. */
    Course does(String element, Object... fieldsAndValues) {
        return complete(element, task -> true, Desk.with(fieldsAndValues));
    }

    /** The State does its own of these tasks. */
    Course doesIn(String state, String element, Object... fieldsAndValues) {
        return complete(element, task -> state.equals(task.scope().state()), Desk.with(fieldsAndValues));
    }

    /** These tasks are done one after the other, with nothing to tell. */
    Course doesAll(String... elements) {
        for (String element : elements) {
            does(element);
        }
        return this;
    }

    private Course complete(String element, Predicate<Waiting> whose, Map<String, Object> told) {
        List<Waiting> tasks = world.desk().waiting(key).stream()
                .filter(task -> task.element().equals(element))
                .filter(whose)
                .toList();
        assertThat(tasks)
                .as(
                        "open tasks %s of %s, which waits for %s",
                        element, key, world.desk().allWaiting(key))
                .isNotEmpty();
        tasks.forEach(task -> world.desk().does(task, told));
        world.hours().settle(key);
        return this;
    }

    /** Exactly these tasks wait for somebody. */
    Course waitsFor(String... elements) {
        assertThat(world.desk().allWaiting(key)).as("open tasks of %s", key).containsExactlyInAnyOrder(elements);
        return this;
    }

    /** Nothing happens until that timer strikes. */
    Course timePassesTo(String event) {
        world.hours().passTo(key, event);
        return passed(event);
    }

    /** The State says something in the silence of the case, beside its task. */
    Course says(String state, String position) {
        world.desk().says(key, state, position);
        world.hours().settle(key);
        return this;
    }

    /** How long until that timer strikes. */
    Duration untilTimer(String event) {
        return world.hours().untilTimer(key, event);
    }

    Course reports(String message, Object... fieldsAndValues) {
        world.desk().reports(key, message, null, Desk.with(fieldsAndValues));
        world.hours().settle(key);
        return this;
    }

    /** The same message for each of these values, before anything follows from the first. */
    Course reportsAtOnce(String message, String field, Object... values) {
        for (Object value : values) {
            world.desk().reports(key, message, null, Desk.with(new Object[] {field, value}));
        }
        world.hours().settle(key);
        return this;
    }

    Course reportsIn(String state, String message, Object... fieldsAndValues) {
        world.desk().reports(key, message, state, Desk.with(fieldsAndValues));
        world.hours().settle(key);
        return this;
    }

    /** The case, or a process inside it, went through this element. */
    Course passed(String element) {
        assertThat(world.traces().passed(key))
                .as("what %s went through; it waits for %s", key, world.desk().allWaiting(key))
                .anyMatch(step -> ("/" + step).endsWith("/" + element));
        return this;
    }

    Course endsAs(String outcome) {
        assertThat(world.desk().allWaiting(key)).as("open tasks of %s", key).isEmpty();
        assertThat(world.people().outcome(key)).as("outcome of %s", key).isEqualTo(outcome);
        return this;
    }

    /** This case and all that it has opened, and those have. */
    List<Course> family() {
        List<Course> family = new ArrayList<>(List.of(this));
        world.people().children(key, null).forEach(child -> family.addAll(new Course(child, world).family()));
        return family;
    }

    /** The newest case of that process that this one has opened. */
    Course part(String process) {
        List<String> children = world.people().children(key, process);
        assertThat(children).as("cases of %s in %s", process, key).isNotEmpty();
        return new Course(children.get(children.size() - 1), world);
    }
}
