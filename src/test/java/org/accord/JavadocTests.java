package org.accord;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

class JavadocTests {

    @Test
    void everyPublicTypeSaysWhatItPromises() {
        List<String> silent = new ArrayList<>();
        for (MainSources.File file : MainSources.files()) {
            for (Tree type : file.unit().getTypeDecls()) {
                if (type instanceof ClassTree declared && isPublic(declared) && !file.isDocumented(declared)) {
                    silent.add(file.path().getFileName().toString());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void everyModuleSaysWhatItIs() {
        assertThat(MainSources.below(MainSources.JAVA, "package-info.java").stream()
                        .filter(file -> !file.getParent().endsWith("accord")))
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(MainSources.text(file)).startsWith("/**"));
    }

    private static boolean isPublic(ClassTree type) {
        return type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }
}
