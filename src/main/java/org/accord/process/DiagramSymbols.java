package org.accord.process;

import java.util.Optional;
import org.accord.process.ProcessModel.Element;
import org.accord.process.ProcessModel.Kind;
import org.accord.process.ProcessModel.Trigger;
import org.jspecify.annotations.Nullable;

/** The small drawings inside the shapes, as paths around the origin, about 14 pixels wide. */
final class DiagramSymbols {

    private static final String ENVELOPE = "M-7-5H7V5H-7zM-7-5L0 1L7-5";

    static final String PARALLEL = "M-4-5V5M0-5V5M4-5V5";
    static final String SEQUENTIAL = "M-5-4H5M-5 0H5M-5 4H5";
    static final String UNDO = "M0-4V4L-6 0zM6-4V4L0 0z";
    static final String CLOSED = "M-6-6H6V6H-6zM0-4V4M-4 0H4";

    /** @param filled drawn as a solid shape, which in BPMN means that it is thrown or sent */
    record Symbol(String path, boolean filled) {}

    private DiagramSymbols() {}

    static Optional<Symbol> of(Element element) {
        if (element.kind().isEvent()) {
            return event(element);
        }
        return Optional.ofNullable(
                switch (element.kind()) {
                    case USER_TASK -> new Symbol("M-6 7C-6-1 6-1 6 7zM-3-4a3 3 0 1 0 6 0a3 3 0 1 0-6 0", false);
                    case SERVICE_TASK ->
                        new Symbol(
                                "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0M-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M0-8V-5M0 5V8M-8"
                                        + " 0H-5M5 0H8M-5.6-5.6L-3.5-3.5M3.5 3.5L5.6 5.6M-5.6 5.6L-3.5"
                                        + " 3.5M3.5-3.5L5.6-5.6",
                                false);
                    case BUSINESS_RULE_TASK -> new Symbol("M-7-6H7V6H-7zM-7-2H7M-7 2H7M-3-2V6", false);
                    case SEND_TASK -> new Symbol(ENVELOPE, true);
                    case RECEIVE_TASK -> new Symbol(ENVELOPE, false);
                    default -> gateway(element.kind());
                });
    }

    private static @Nullable Symbol gateway(Kind kind) {
        return switch (kind) {
            case EXCLUSIVE_GATEWAY -> new Symbol("M-6-8L6 8M6-8L-6 8", false);
            case PARALLEL_GATEWAY -> new Symbol("M0-10V10M-10 0H10", false);
            case INCLUSIVE_GATEWAY -> new Symbol("M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0", false);
            case COMPLEX_GATEWAY -> new Symbol("M0-10V10M-10 0H10M-7-7L7 7M7-7L-7 7", false);
            case EVENT_GATEWAY ->
                new Symbol("M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0M0-6L6-1.5L3.6 5H-3.6L-6-1.5z", false);
            default -> null;
        };
    }

    private static Optional<Symbol> event(Element event) {
        return path(event.trigger().type()).map(path -> new Symbol(path, event.is(Kind.END_EVENT, Kind.THROW_EVENT)));
    }

    private static Optional<String> path(Trigger.Type trigger) {
        return Optional.ofNullable(
                switch (trigger) {
                    case MESSAGE -> ENVELOPE;
                    case TIMER -> "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M0-6V0L4 2M0-9V-7M0 9V7M-9 0H-7M9 0H7";
                    case ERROR -> "M-8 8L-3-7L3 2L8-8L3 8L-3-2z";
                    case ESCALATION -> "M0-9L6 8L0 2L-6 8z";
                    case COMPENSATION -> "M-1-6V6L-9 0zM8-6V6L0 0z";
                    case TERMINATE -> "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0";
                    case SIGNAL -> "M0-8L8 6H-8z";
                    case CONDITION -> "M-6-8H6V8H-6zM-4-4H4M-4 0H4M-4 4H4";
                    case LINK -> "M-8-3H2V-7L9 0L2 7V3H-8z";
                    case CANCEL -> "M-7-5L-5-7L0-2L5-7L7-5L2 0L7 5L5 7L0 2L-5 7L-7 5L-2 0z";
                    case NONE -> null;
                });
    }
}
