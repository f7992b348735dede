package org.accord.journeys;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;

/** Walks through one process. What a test reaches is noted, then what it left running is abandoned. */
abstract class ProcessPaths {

    static final String[] STATES = {"KZ", "KG", "TJ", "TM", "UZ"};

    private final List<Course> courses = new ArrayList<>();

    @Autowired
    private World world;

    @BeforeEach
    void begin() {
        world.hours().begin();
    }

    Course opened(String process) {
        Course course = Course.opened(process, world);
        courses.add(course);
        return course;
    }

    /** Up to which total the post may approve, in this test only. */
    void limited(String post, int limit) {
        world.people().limit(post, limit);
    }

    @AfterEach
    void note(TestInfo test) {
        world.people().restoreLimits();
        for (Course course : courses) {
            course.family().forEach(member -> {
                PathsWalked.note(
                        test,
                        world.traces().passed(member.key()),
                        world.traces().recorded(member.key()));
                world.hours().abandon(member.key());
            });
        }
    }
}
