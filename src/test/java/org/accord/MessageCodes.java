package org.accord;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The message keys that the main sources name by literal codes of refusals, violations and acts. */
final class MessageCodes extends TreeScanner<Void, Void> {

    /** Where a code is handed on; the places it comes from are among {@link #PLACES}. */
    static final Set<String> FOLLOWED = Set.of(
            "Faults: \"programme.\" + rule",
            "FieldRules: shape.code()",
            "Intake: e.code()",
            "Typing: code",
            "Typing: moment.type().fault()",
            "Violation: code",
            "Refused: code",
            "Passed: kind + \".passed\"",
            "Violations: code");

    private record Place(int argument, String prefix) {}

    private static final Place REFUSED = new Place(0, "refused.");
    private static final Place VIOLATION = new Place(1, "violation.");

    private static final Map<String, Place> PLACES = Map.ofEntries(
            Map.entry("Refused.notFound", REFUSED),
            Map.entry("Refused.notPermitted", REFUSED),
            Map.entry("Refused.conflict", REFUSED),
            Map.entry("Refused.invalid", REFUSED),
            Map.entry("new Refused", new Place(1, "refused.")),
            Map.entry("super of Refused", new Place(1, "refused.")),
            Map.entry("Violation.of", VIOLATION),
            Map.entry("new Violation", VIOLATION),
            Map.entry("violations.add", VIOLATION),
            Map.entry("programme.faults.add", new Place(0, "violation.programme.")),
            Map.entry("new Field.Shape", new Place(0, "violation.")),
            Map.entry("new MomentType", new Place(0, "violation.")),
            Map.entry("new Harmful", new Place(0, "violation.")),
            Map.entry("Typing.refuse", VIOLATION),
            Map.entry("Typing.text", new Place(2, "violation.")));

    private final Set<String> keys = new TreeSet<>();
    private final Set<String> acts = new TreeSet<>();
    private final Set<String> unread = new TreeSet<>();
    private String module = "";
    private String type = "";
    private String parent = "";

    private MessageCodes() {}

    static MessageCodes ofMainSources() {
        MessageCodes codes = new MessageCodes();
        for (MainSources.File file : MainSources.files()) {
            codes.module = file.path().getParent().getFileName().toString();
            codes.scan(file.unit(), null);
        }
        return codes;
    }

    Set<String> keys() {
        return keys;
    }

    Set<String> acts() {
        return acts;
    }

    Set<String> unread() {
        return unread;
    }

    @Override
    public Void visitClass(ClassTree declared, Void nothing) {
        String outerType = type;
        String outerParent = parent;
        type = declared.getSimpleName().toString();
        parent = declared.getExtendsClause() == null
                ? ""
                : declared.getExtendsClause().toString();
        super.visitClass(declared, nothing);
        type = outerType;
        parent = outerParent;
        return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        note(name(call.getMethodSelect()), call.getArguments());
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        note("new " + made.getIdentifier(), made.getArguments());
        return super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getName().contentEquals("action") && method.getBody() != null) {
            method.getBody().accept(new Acts(), null);
        }
        return super.visitMethod(method, nothing);
    }

    private String name(ExpressionTree called) {
        if (called instanceof MemberSelectTree member) {
            String receiver = member.getExpression().toString();
            return receiver.substring(receiver.lastIndexOf('.') + 1) + "." + member.getIdentifier();
        }
        if (called instanceof IdentifierTree own) {
            return own.getName().contentEquals("super") ? "super of " + parent : type + "." + own.getName();
        }
        return called.toString();
    }

    private void note(String called, List<? extends ExpressionTree> arguments) {
        Place place = PLACES.getOrDefault(called, PLACES.get(module + "." + called));
        if (place != null && arguments.size() > place.argument()) {
            ExpressionTree code = arguments.get(place.argument());
            if (isViolation(code)) {
                keys.add("refused.invalid");
            } else {
                read(place.prefix(), code);
            }
        }
    }

    private static boolean isViolation(ExpressionTree argument) {
        return argument instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("Violation.of");
    }

    private void read(String prefix, ExpressionTree code) {
        if (code instanceof LiteralTree literal) {
            keys.add(prefix + literal.getValue());
        } else if (code instanceof ConditionalExpressionTree either) {
            read(prefix, either.getTrueExpression());
            read(prefix, either.getFalseExpression());
        } else if (code instanceof ParenthesizedTree inner) {
            read(prefix, inner.getExpression());
        } else {
            unread.add(type + ": " + code);
        }
    }

    private final class Acts extends TreeScanner<Void, Void> {

        @Override
        public Void visitReturn(ReturnTree answer, Void nothing) {
            read(answer.getExpression());
            return null;
        }

        private void read(Tree act) {
            if (act instanceof LiteralTree literal) {
                String name = String.valueOf(literal.getValue());
                acts.add("history." + name);
            } else if (act instanceof ConditionalExpressionTree either) {
                read(either.getTrueExpression());
                read(either.getFalseExpression());
            } else if (act instanceof BinaryTree || act instanceof SwitchExpressionTree) {
                unread.add(type + ": " + act);
            }
        }
    }
}
