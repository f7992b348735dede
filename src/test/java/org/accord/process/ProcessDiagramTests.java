package org.accord.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.accord.process.ProcessDiagram.Mark;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ProcessDiagramTests {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final ProcessModel plan = ModelSamples.model("plan");

    @Test
    void drawsAGroupForEachElement() throws Exception {
        Set<String> ids = new HashSet<>();
        var groups = parsed(ProcessDiagram.draw(plan, Locale.ENGLISH)).getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            ids.add(((Element) groups.item(i)).getAttribute("id"));
        }
        assertThat(ids).containsAll(plan.layout().shapes().keySet());
        assertThat(ids).containsAll(plan.layout().edges().keySet());
    }

    @Test
    void saysWhatItIs() throws Exception {
        Element svg = parsed(ProcessDiagram.draw(plan, RUSSIAN)).getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(svg.getFirstChild().getTextContent()).isEqualTo("План работы");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("-12 -12 1924 744");
    }

    @Test
    void writesTheNamesInTheReadersLanguage() {
        assertThat(ProcessDiagram.draw(plan, RUSSIAN)).contains(">Напомнить<").doesNotContain("Remind");
        assertThat(ProcessDiagram.draw(plan, Locale.ENGLISH))
                .contains(">Remind the<")
                .doesNotContain("Напомнить");
    }

    @Test
    void keepsToTheContentSecurityPolicy() {
        assertThat(ProcessDiagram.draw(plan, Locale.ENGLISH))
                .doesNotContain("style=", "<style", "<script", "onload", "href", "url(");
    }

    @Test
    void marksWithAClassAndASign() {
        String svg = ProcessDiagram.draw(
                plan,
                Locale.ENGLISH,
                Map.of(
                        "draftPlan",
                        Mark.DONE,
                        "reviewPlan",
                        Mark.ACTIVE,
                        "chooseRoute",
                        Mark.FAILED,
                        "gone",
                        Mark.DONE));
        assertThat(svg)
                .contains("id=\"draftPlan\" class=\"activity userTask done\"")
                .contains("id=\"reviewPlan\" class=\"activity userTask active\"")
                .contains("id=\"chooseRoute\" class=\"activity businessRuleTask failed\"")
                .contains(">✓<", ">●<", ">✕<")
                .doesNotContain("gone");
    }

    @Test
    void escapesWhatTheModelSays() throws Exception {
        String name = "&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&quot;";
        String bpmn =
                ModelSamples.text("opinion.bpmn").replace("Opinion given", name).replace("Opinion of a State", name);
        String svg = ProcessDiagram.draw(ProcessModel.read(ModelSamples.bytes(bpmn), Map.of()), Locale.ENGLISH);
        assertThat(svg).doesNotContain("<script");
        assertThat(parsed(svg).getDocumentElement().getFirstChild().getTextContent())
                .isEqualTo("<script>alert(1)</script> \"&\"");
    }

    @Test
    void givesTheSamePictureTwice() {
        String first = ProcessDiagram.draw(plan, RUSSIAN, Map.of("draftPlan", Mark.DONE, "undo", Mark.ACTIVE));
        String second = ProcessDiagram.draw(
                ModelSamples.model("plan"), RUSSIAN, Map.of("undo", Mark.ACTIVE, "draftPlan", Mark.DONE));
        assertThat(first).isEqualTo(second);
    }

    @Test
    void isSmall() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(ModelSamples.bytes(ProcessDiagram.draw(plan, RUSSIAN)));
        }
        assertThat(packed.size()).isLessThan(15 * 1024 * plan.elements().size() / 40);
    }

    @Test
    void wrapsLongNamesIntoTheirTask() {
        WrappedText text = WrappedText.within("Рассмотреть проект межгосударственного плана действий", 92, 56);
        assertThat(text.height()).isLessThanOrEqualTo(56);
        assertThat(text.width()).isLessThanOrEqualTo(92);
        assertThat(text.whole()).isTrue();
        assertThat(WrappedText.within("Draft plan", 92, 56))
                .isEqualTo(new WrappedText(12, List.of("Draft plan"), true));
    }

    @Test
    void leavesOutWhatFitsNowhere() {
        WrappedText text = WrappedText.within("word ".repeat(80), 92, 56);
        assertThat(text.whole()).isFalse();
        assertThat(text.lines().get(text.lines().size() - 1)).endsWith("…");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ModelSamples.bytes(svg)));
    }
}
