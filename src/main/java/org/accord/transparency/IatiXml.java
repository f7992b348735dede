package org.accord.transparency;

import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.accord.core.LocalText;

/** Elements with their attributes, as names and values in turn. */
final class IatiXml {

    static final LocalText RESULT =
            new LocalText(Map.of("en", "Officials trained", "ru", "Обученные должностные лица"));
    static final LocalText INDICATOR = new LocalText(Map.of("en", "Participants", "ru", "Участники"));

    private final XMLStreamWriter out;

    IatiXml(XMLStreamWriter out) {
        this.out = out;
    }

    void begin() throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
    }

    void end() throws XMLStreamException {
        out.writeEndDocument();
        out.close();
    }

    void open(String element, Object... attributes) throws XMLStreamException {
        out.writeStartElement(element);
        write(attributes);
    }

    void close() throws XMLStreamException {
        out.writeEndElement();
    }

    void empty(String element, Object... attributes) throws XMLStreamException {
        out.writeEmptyElement(element);
        write(attributes);
    }

    void text(String element, String text, Object... attributes) throws XMLStreamException {
        open(element, attributes);
        out.writeCharacters(text);
        close();
    }

    /** One for each language. */
    void narratives(LocalText text) throws XMLStreamException {
        for (Map.Entry<String, String> one : text.byLanguage().entrySet()) {
            text("narrative", one.getValue(), "xml:lang", one.getKey());
        }
    }

    private void write(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i].toString();
            if (name.equals("xml:lang")) {
                out.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", attributes[i + 1].toString());
            } else {
                out.writeAttribute(name, attributes[i + 1].toString());
            }
        }
    }
}
