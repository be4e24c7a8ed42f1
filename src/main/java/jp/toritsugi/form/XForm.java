package jp.toritsugi.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.toritsugi.questionnaire.Choice;
import jp.toritsugi.questionnaire.NonResponse;
import jp.toritsugi.questionnaire.Question;
import jp.toritsugi.questionnaire.Questionnaire;

/** A questionnaire as an ODK XForm. */
final class XForm {
    private static final String XFORMS = "http://www.w3.org/2002/xforms";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String OPENROSA = "http://openrosa.org/xforms";
    private static final String ROOT = "/data/";
    private static final String LEAF = "leaf";

    private final Questionnaire questionnaire;
    private final OdkNames names;
    private final XMLStreamWriter xml;

    private XForm(Questionnaire questionnaire, XMLStreamWriter xml) {
        this.questionnaire = questionnaire;
        this.names = new OdkNames(questionnaire, name -> ROOT + name);
        this.xml = xml;
    }

    static byte[] of(Questionnaire questionnaire) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new XForm(questionnaire, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("h", "html", XHTML);
        xml.writeDefaultNamespace(XFORMS);
        xml.writeNamespace("h", XHTML);
        xml.writeNamespace("orx", OPENROSA);
        xml.writeStartElement("h", "head", XHTML);
        text(
                XHTML,
                "h",
                "title",
                questionnaire.title() + " " + questionnaire.id().version());
        model();
        xml.writeEndElement();
        body();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void model() throws XMLStreamException {
        xml.writeStartElement("model");
        xml.writeStartElement("instance");
        xml.writeStartElement("data");
        xml.writeDefaultNamespace("");
        xml.writeAttribute("id", questionnaire.id().code());
        xml.writeAttribute("version", questionnaire.id().version());
        for (OdkField field : OdkField.beforeQuestions()) {
            xml.writeEmptyElement(field.fieldName);
        }
        for (Question question : questionnaire.questions()) {
            xml.writeEmptyElement(OdkNames.name(question.code()));
        }
        for (OdkField field : OdkField.afterQuestions()) {
            xml.writeEmptyElement(field.fieldName);
        }
        xml.writeEmptyElement(LEAF);
        xml.writeStartElement("orx", "meta", OPENROSA);
        xml.writeEmptyElement("orx", "instanceID", OPENROSA);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        binds();
        xml.writeEndElement();
    }

    private void binds() throws XMLStreamException {
        for (OdkField field : OdkField.values()) {
            bind(field.fieldName, field.bindType);
            if (field.required) {
                xml.writeAttribute("required", "true()");
            }
        }
        for (Question question : questionnaire.questions()) {
            bind(OdkNames.name(question.code()), "string");
            String relevant = names.relevant(question);
            if (!relevant.isEmpty()) {
                xml.writeAttribute("relevant", relevant);
            }
        }
        bind(LEAF, "string");
        xml.writeAttribute("calculate", names.leaf());
        xml.writeEmptyElement("bind");
        xml.writeAttribute("nodeset", ROOT + "orx:meta/orx:instanceID");
        xml.writeAttribute("type", "string");
        xml.writeAttribute("readonly", "true()");
        xml.writeAttribute("calculate", "concat('uuid:', uuid())");
    }

    private void bind(String name, String type) throws XMLStreamException {
        xml.writeEmptyElement("bind");
        xml.writeAttribute("nodeset", ROOT + name);
        xml.writeAttribute("type", type);
    }

    private void body() throws XMLStreamException {
        xml.writeStartElement("h", "body", XHTML);
        inputs(OdkField.beforeQuestions());
        for (Question question : questionnaire.questions()) {
            xml.writeStartElement("select1");
            xml.writeAttribute("ref", ROOT + OdkNames.name(question.code()));
            text(XFORMS, "", "label", question.code() + " " + question.text());
            if (!question.note().isEmpty()) {
                text(XFORMS, "", "hint", question.note());
            }
            for (Choice choice : choices(question)) {
                xml.writeStartElement("item");
                text(XFORMS, "", "label", choice.label());
                text(XFORMS, "", "value", choice.code());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        inputs(OdkField.afterQuestions());
        xml.writeEndElement();
    }

    /** The answers, and behind them the reasons for none. */
    static List<Choice> choices(Question question) {
        List<Choice> choices = new java.util.ArrayList<>(question.choices());
        for (NonResponse value : NonResponse.values()) {
            choices.add(new Choice(value.code(), value.label()));
        }
        return List.copyOf(choices);
    }

    private void inputs(List<OdkField> fields) throws XMLStreamException {
        for (OdkField field : fields) {
            xml.writeStartElement("input");
            xml.writeAttribute("ref", ROOT + field.fieldName);
            text(XFORMS, "", "label", field.label);
            xml.writeEndElement();
        }
    }

    private void text(String namespace, String prefix, String name, String text) throws XMLStreamException {
        xml.writeStartElement(prefix, name, namespace);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
