package org.accord;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SizeTests {

    private static final int LINES_OF_A_FILE = 400;
    private static final int LINES_OF_A_BODY = 40;

    @Test
    void noFileIsLongerThanOneSitting() {
        assertThat(MainSources.below(MainSources.JAVA, ".java")).isNotEmpty().allSatisfy(file -> assertThat(
                        MainSources.text(file).lines().count())
                .as(file.toString())
                .isLessThanOrEqualTo(LINES_OF_A_FILE));
    }

    @Test
    void noMethodIsLongerThanAScreen() {
        Set<String> tooLong = new TreeSet<>();
        MainSources.files().forEach(file -> file.unit().accept(new Bodies(file, tooLong), null));
        assertThat(tooLong).isEmpty();
    }

    private static final class Bodies extends TreeScanner<Void, Void> {

        private final MainSources.File file;
        private final Set<String> tooLong;

        Bodies(MainSources.File file, Set<String> tooLong) {
            this.file = file;
            this.tooLong = tooLong;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null && file.lines(method.getBody()) - 1 > LINES_OF_A_BODY) {
                tooLong.add(file.path().getFileName() + " " + method.getName());
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
            if (file.lines(lambda.getBody()) - 1 > LINES_OF_A_BODY) {
                tooLong.add(file.path().getFileName() + " (lambda)");
            }
            return super.visitLambdaExpression(lambda, nothing);
        }
    }
}
