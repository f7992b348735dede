package org.accord.papers;

import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** How long a report of some twenty pages in Russian takes as PDF; run by hand, see {@code src/docs/testing.md}. */
final class PdfMeasure {

    private static final int RUNS = 12;
    private static final int PARAGRAPHS = 80;
    private static final String PARAGRAPH =
            "Участники обменялись сведениями о работе пограничных служб и отметили, что "
                    + "соседние посты узнают о событиях с опозданием. Было предложено назначить на каждом посту ответственного и "
                    + "раз в год проводить общие учения. Представители государств сообщили о принятых мерах и о том, в чем им нужна "
                    + "помощь. Эксперты напомнили о правах человека при проверке документов и о защите личных сведений. ";

    private PdfMeasure() {}

    public static void main(String[] args) throws IOException {
        PdfWriter writer = new PdfWriter();
        String page =
                "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"ru\"><head><title>Отчет</title>"
                        + "<meta name=\"subject\" content=\"Отчет\" /><link rel=\"stylesheet\" href=\"/assets/paper.css\" /></head>"
                        + "<body><main><h1>Отчет</h1>" + ("<p>" + PARAGRAPH.repeat(2) + "</p>").repeat(PARAGRAPHS)
                        + "</main></body></html>";
        long[] millis = new long[RUNS];
        byte[] pdf = new byte[0];
        for (int i = 0; i < RUNS; i++) {
            long before = System.nanoTime();
            pdf = writer.write(page);
            millis[i] = (System.nanoTime() - before) / 1_000_000;
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            System.out.printf(
                    "%d pages, %d KB: first %d ms%n", document.getNumberOfPages(), pdf.length / 1024, millis[0]);
        }
        Arrays.sort(millis);
        System.out.printf("median of %d: %d ms, slowest %d ms%n", RUNS, millis[RUNS / 2], millis[RUNS - 1]);
    }
}
