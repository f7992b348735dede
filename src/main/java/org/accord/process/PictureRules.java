package org.accord.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.accord.process.Layout.Box;
import org.accord.process.ModelLint.Subject;
import org.accord.process.ProcessModel.Band;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Flow;
import org.accord.process.ProcessModel.Kind;
import org.jspecify.annotations.Nullable;

/** Everything is drawn, nothing lies on something else, and each thing lies inside what it belongs to. */
record PictureRules(Subject subject) {

    void check() {
        checkDrawn();
        List<Element> elements = subject.model().elements();
        for (int i = 0; i < elements.size(); i++) {
            checkInside(elements.get(i));
            for (Element other : elements.subList(i + 1, elements.size())) {
                checkOverlap(elements.get(i), other);
            }
        }
        subject.model().bands().stream().filter(band -> !band.pool()).forEach(this::checkLane);
    }

    private void checkDrawn() {
        ProcessModel model = subject.model();
        Layout layout = model.layout();
        Stream<String> shapes = Stream.concat(
                model.elements().stream().map(Element::id),
                model.bands().stream().map(Band::id));
        notDrawn(Stream.concat(shapes, model.notes().stream().map(ProcessModel.Note::id))
                .filter(id -> !layout.shapes().containsKey(id)));
        notDrawn(Stream.concat(
                        model.flows().stream().map(Flow::id),
                        model.associations().stream().map(ProcessModel.Association::id))
                .filter(id -> !layout.edges().containsKey(id)));
    }

    private void notDrawn(Stream<String> ids) {
        ids.forEach(id -> subject.fault(id, "notDrawn", ""));
    }

    private void checkOverlap(Element one, Element other) {
        if (!one.scope().equals(other.scope()) || sitsOn(one, other) || sitsOn(other, one)) {
            return;
        }
        Box mine = box(one.id());
        Box theirs = box(other.id());
        if (mine != null && theirs != null && mine.overlaps(theirs)) {
            subject.fault(one.id(), "overlaps", other.id());
        }
    }

    private static boolean sitsOn(Element event, Element activity) {
        return activity.id().equals(event.attachedTo());
    }

    private void checkInside(Element element) {
        Box box = box(element.id());
        Box scope = box(element.scope());
        boolean onEdge = element.is(Kind.BOUNDARY_EVENT);
        if (box != null && scope != null && !onEdge && !scope.contains(box)) {
            subject.fault(element.id(), "outsideItsScope", element.scope());
        }
        Box host = box(Objects.requireNonNullElse(element.attachedTo(), ""));
        if (onEdge && box != null && host != null && (!host.overlaps(box) || host.contains(box))) {
            subject.fault(element.id(), "notOnTheEdge", Objects.requireNonNullElse(element.attachedTo(), ""));
        }
    }

    private void checkLane(Band lane) {
        Box box = box(lane.id());
        lane.members().stream()
                .filter(id -> box != null && isOutside(id, box))
                .forEach(id -> subject.fault(id, "outsideItsLane", lane.id()));
    }

    private boolean isOutside(String id, Box lane) {
        Box box = box(id);
        return box != null && !lane.contains(box.centre());
    }

    private @Nullable Box box(String id) {
        return subject.model().layout().shape(id).map(Layout.Shape::box).orElse(null);
    }
}
