package org.accord.documents;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What stands before the root of an XML part. A document type is not taken: it can define entities and fetch files. */
final class XmlProlog {

    private static final Set<String> ACTIVE = Set.of("script", "event-listener", "applet", "plugin", "object-ole");

    private XmlProlog() {}

    static void requireNoDoctype(byte[] head, int length) throws Harmful {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(head, 0, length));
            int event = reader.getEventType();
            while (event != XMLStreamConstants.START_ELEMENT) {
                if (event == XMLStreamConstants.DTD) {
                    throw new Harmful("fileActive");
                }
                event = reader.next();
            }
        } catch (XMLStreamException | NoSuchElementException e) {
            throw new Harmful("fileDamaged");
        }
    }

    /** Neither scripts nor what calls them, in a text of the Open Document format. */
    static void requireNoScripts(InputStream in) throws Harmful {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(in);
            while (reader.hasNext()) {
                boolean begins = reader.next() == XMLStreamConstants.START_ELEMENT;
                if (begins && ACTIVE.contains(reader.getLocalName())) {
                    throw new Harmful("fileActive");
                }
                if (begins && reader.getLocalName().equals("encryption-data")) {
                    throw new Harmful("fileEncrypted");
                }
            }
        } catch (XMLStreamException | NoSuchElementException e) {
            throw new Harmful("fileDamaged");
        }
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
