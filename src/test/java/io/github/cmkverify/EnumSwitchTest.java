package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A switch over constants has no {@code default}: a state that nobody thought of must not compile into an answer. */
class EnumSwitchTest {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    @Test
    void noSwitchOverConstantsHasADefault() throws IOException {
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> java =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertFalse(java.isEmpty());
            assertEquals(List.of(), offenders(files.getJavaFileObjectsFromPaths(java)));
        }
    }

    @Test
    void suchASwitchIsFound() throws IOException {
        String found = "class A { int a(B b) { return switch (b) { case C -> 1; default -> 2; }; }"
                + " void b(B b) { switch (b) { case C: break; default: } } }";
        String fine = "class A { int a(B b) { return switch (b) { case C -> 1; }; }"
                + " int b(String s) { return switch (s) { case \"C\", D -> 1; default -> 2; }; } }";
        assertEquals(2, offenders(List.of(source(found))).size());
        assertEquals(List.of(), offenders(List.of(source(fine))));
    }

    private static List<String> offenders(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, null, List.of(), null, sources);
        List<String> offenders = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitSwitch(SwitchTree tree, Void nothing) {
                    look(tree, tree.getCases());
                    return super.visitSwitch(tree, null);
                }

                @Override
                public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
                    look(tree, tree.getCases());
                    return super.visitSwitchExpression(tree, null);
                }

                private void look(Tree tree, List<? extends CaseTree> cases) {
                    if (cases.stream().anyMatch(EnumSwitchTest::isDefault)
                            && cases.stream().allMatch(EnumSwitchTest::namesConstants)) {
                        offenders.add(unit.getSourceFile().getName() + ": " + tree);
                    }
                }
            }.scan(unit, null);
        }
        return offenders;
    }

    private static boolean isDefault(CaseTree branch) {
        return branch.getExpressions().isEmpty();
    }

    /** Labels of an enum are names; among those of another type is a literal, or a pattern. */
    private static boolean namesConstants(CaseTree branch) {
        return branch.getExpressions().stream().allMatch(IdentifierTree.class::isInstance);
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
