package org.accord.process;

import java.util.Set;
import org.accord.process.ModelLint.Subject;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** What opens the engine to code or to a second truth about who does what stands in no model. */
record BannedConstructs(Subject subject) {

    /** The engine still takes what stands in this namespace for its own. */
    private static final String FORMER_NAMESPACE = "http://activiti.org/bpmn";

    private static final Set<String> BPMN_ELEMENTS = Set.of(
            "scriptTask",
            "script",
            "inclusiveGateway",
            "complexGateway",
            "standardLoopCharacteristics",
            "humanPerformer",
            "potentialOwner");

    private static final Set<String> CAMUNDA_ELEMENTS =
            Set.of("connector", "script", "executionListener", "taskListener", "formData", "formProperty", "field");

    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "class",
            "expression",
            "type",
            "topic",
            "decisionRef",
            "formKey",
            "formRef",
            "formRefBinding",
            "formHandlerClass",
            "assignee",
            "candidateUsers",
            "candidateGroups",
            "candidateStarterUsers",
            "candidateStarterGroups",
            "dueDate",
            "followUpDate",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "resource");

    void check() {
        subject.xml().visit(this::checkElement);
        subject.xml().expressions(this::checkExpression);
    }

    private void checkElement(Element element) {
        boolean camunda = XmlScan.CAMUNDA.equals(element.getNamespaceURI());
        Set<String> banned = camunda
                ? CAMUNDA_ELEMENTS
                : XmlScan.BPMN.equals(element.getNamespaceURI()) ? BPMN_ELEMENTS : Set.<String>of();
        if (banned.contains(element.getLocalName())) {
            fault(element, (camunda ? "camunda:" : "") + element.getLocalName());
        }
        checkNamespace(element, element);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            checkAttribute(element, (Attr) attributes.item(i));
        }
    }

    private void checkAttribute(Element element, Attr attribute) {
        if (XmlScan.CAMUNDA.equals(attribute.getNamespaceURI())
                && CAMUNDA_ATTRIBUTES.contains(attribute.getLocalName())) {
            fault(element, "camunda:" + attribute.getLocalName());
        }
        checkNamespace(element, attribute);
    }

    private void checkNamespace(Element element, Node node) {
        if (FORMER_NAMESPACE.equals(node.getNamespaceURI())) {
            fault(element, "activiti:" + node.getLocalName());
        }
    }

    private void checkExpression(Element element, String expression) {
        if (!ReviewedExpressions.allow(expression)) {
            subject.fault(XmlScan.nearestId(element), "expressionNotAllowed", expression);
        }
    }

    private void fault(Element element, String construct) {
        subject.fault(XmlScan.nearestId(element), "forbidden", construct);
    }
}
