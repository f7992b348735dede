package org.accord.process;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.model.xml.ModelInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Looks at every attribute and text of a file, also those the engine's model has no name for. */
record XmlScan(Element root) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    static XmlScan of(ModelInstance instance) {
        Document document = (Document) instance.getDocument().getDomSource().getNode();
        return new XmlScan(document.getDocumentElement());
    }

    /** Values with an expression in them; names and documentation count, for the engine evaluates those too. */
    Set<String> expressions() {
        Set<String> found = new LinkedHashSet<>();
        expressions((element, expression) -> found.add(expression));
        return found;
    }

    void expressions(BiConsumer<Element, String> visitor) {
        visit(element -> {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                expression(element, attributes.item(i).getNodeValue(), visitor);
            }
            expression(element, ownText(element), visitor);
        });
    }

    Set<String> conditions() {
        Set<String> found = new LinkedHashSet<>();
        visit(element -> {
            if ("conditionExpression".equals(element.getLocalName())
                    && "feel".equals(element.getAttribute("language"))) {
                found.add(ownText(element));
            }
        });
        return found;
    }

    void visit(Consumer<Element> visitor) {
        visit(root, visitor);
    }

    private static void visit(Element element, Consumer<Element> visitor) {
        visitor.accept(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                visit(inner, visitor);
            }
        }
    }

    private static void expression(Element element, String value, BiConsumer<Element, String> visitor) {
        if (value.contains("${") || value.contains("#{")) {
            visitor.accept(element, value.strip());
        }
    }

    /** The id of the element, or of the nearest one around it that has an id. */
    static String nearestId(Element element) {
        for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
            if (at.hasAttribute("id")) {
                return at.getAttribute("id");
            }
        }
        return "";
    }

    /** Whether a document type stands before the root; false also when the file is broken before that. */
    static boolean hasDocumentType(byte[] xml) {
        try {
            XMLStreamReader reader = reader(xml);
            int event = reader.getEventType();
            while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.DTD) {
                event = reader.next();
            }
            return event == XMLStreamConstants.DTD;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    /** The attribute of the first such element as the file has it, without what the schema puts in its place. */
    static Optional<String> written(byte[] xml, String element, String attribute) {
        try {
            XMLStreamReader reader = reader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(element)) {
                    return Optional.ofNullable(reader.getAttributeValue(null, attribute));
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }
}
