package packwitness.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What stands in the sources of the product, as the compiler understands it. Text that is put
 * together is kept as a pattern: {@code "law." + name} is {@code law\..+}.
 */
public final class Sources {
    private static final Path MAIN = Path.of("src/main/java");
    private static final String UNKNOWN = ".+";

    /** A text in the code, as a pattern of what it can become. */
    public record Text(String place, String pattern) {
        /** Returns whether the text can become the key. */
        public boolean fits(String key) {
            return Pattern.matches(pattern, key);
        }

        /** Returns the known characters alone. */
        public String known() {
            return pattern.replace(UNKNOWN, "").replace("\\Q", "").replace("\\E", "");
        }
    }

    /** A {@code new Failure(ROOM_PROBLEM, …)} with the number of its details. */
    public record Raised(String place, String enumName, String constant, int details) {}

    private final List<Text> texts = new ArrayList<>();
    private final List<Text> said = new ArrayList<>();
    private final List<Raised> raised = new ArrayList<>();

    private Sources() {}

    /** Returns the sources, which are read once for all tests. */
    public static Sources all() {
        return Once.SOURCES;
    }

    private static Sources read() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        Sources sources = new Sources();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    complaints,
                                    files,
                                    null,
                                    List.of("-proc:none", "-Xlint:none", "-nowarn"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(javaFiles()));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : units) sources.new Reader(trees, unit).scan(unit, null);
        }
        if (complaints.toString().contains("error:"))
            throw new IllegalStateException(complaints.toString());
        return sources;
    }

    /** Returns all texts of the code. */
    public List<Text> texts() {
        return List.copyOf(texts);
    }

    /** Returns the keys given to {@code Messages.say}, as far as something is known of them. */
    public List<Text> said() {
        return List.copyOf(said);
    }

    /** Returns the failures raised with a problem and details that can be counted. */
    public List<Raised> raised() {
        return List.copyOf(raised);
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static final class Once {
        static final Sources SOURCES = readAll();

        private static Sources readAll() {
            try {
                return read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Reader extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;

        Reader(Trees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void nothing) {
            if (tree.getValue() instanceof String text)
                texts.add(new Text(place(tree), Pattern.quote(text)));
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree tree, Void nothing) {
            if (patterns(tree).equals(List.of(UNKNOWN))) return super.visitBinary(tree, nothing);
            for (String pattern : patterns(tree)) texts.add(new Text(place(tree), pattern));
            return super.visitBinary(tree, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            Element method = trees.getElement(path(tree));
            if (method != null
                    && method.getSimpleName().contentEquals("say")
                    && method.getEnclosingElement().getSimpleName().contentEquals("Messages"))
                for (String pattern : patterns(tree.getArguments().getFirst()))
                    if (!pattern.equals(UNKNOWN)) said.add(new Text(place(tree), pattern));
            return super.visitMethodInvocation(tree, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            if (type(tree).toString().equals("packwitness.value.Failure")) raise(tree);
            return super.visitNewClass(tree, nothing);
        }

        private void raise(NewClassTree tree) {
            List<? extends ExpressionTree> details =
                    tree.getArguments().subList(1, tree.getArguments().size());
            if (!details.isEmpty() && isThrowable(type(details.getFirst())))
                details = details.subList(1, details.size());
            if (details.size() == 1 && type(details.getFirst()).getKind() == TypeKind.ARRAY) return;
            for (Element problem : constants(tree.getArguments().getFirst()))
                raised.add(
                        new Raised(
                                place(tree),
                                ((TypeElement) problem.getEnclosingElement())
                                        .getQualifiedName()
                                        .toString(),
                                problem.getSimpleName().toString(),
                                details.size()));
        }

        private List<Element> constants(ExpressionTree tree) {
            if (tree instanceof ConditionalExpressionTree choice)
                return Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                        .flatMap(way -> constants(way).stream())
                        .toList();
            Element found = trees.getElement(path(tree));
            return found != null && found.getKind() == ElementKind.ENUM_CONSTANT
                    ? List.of(found)
                    : List.of();
        }

        private List<String> patterns(ExpressionTree tree) {
            return switch (tree) {
                case LiteralTree literal -> List.of(Pattern.quote("" + literal.getValue()));
                case ParenthesizedTree inner -> patterns(inner.getExpression());
                case ConditionalExpressionTree choice ->
                        Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                                .flatMap(way -> patterns(way).stream())
                                .toList();
                case BinaryTree sum when isText(sum) ->
                        patterns(sum.getLeftOperand()).stream()
                                .flatMap(left ->
                                        patterns(sum.getRightOperand()).stream()
                                                .map(right -> left + right))
                                .toList();
                default -> List.of(constant(tree).map(Pattern::quote).orElse(UNKNOWN));
            };
        }

        private boolean isText(BinaryTree tree) {
            return tree.getKind() == Tree.Kind.PLUS
                    && type(tree).toString().equals("java.lang.String");
        }

        private Optional<String> constant(ExpressionTree tree) {
            return trees.getElement(path(tree)) instanceof VariableElement variable
                            && variable.getConstantValue() instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        }

        private boolean isThrowable(TypeMirror type) {
            return Stream.iterate(
                            type,
                            up -> up != null && up.getKind() == TypeKind.DECLARED,
                            this::superclass)
                    .anyMatch(up -> up.toString().equals("java.lang.Throwable"));
        }

        private TypeMirror superclass(TypeMirror type) {
            return ((TypeElement) ((javax.lang.model.type.DeclaredType) type).asElement())
                    .getSuperclass();
        }

        private TypeMirror type(Tree tree) {
            return trees.getTypeMirror(path(tree));
        }

        private TreePath path(Tree tree) {
            return TreePath.getPath(getCurrentPath(), tree);
        }

        private String place(Tree tree) {
            long at = trees.getSourcePositions().getStartPosition(unit, tree);
            Path file = Path.of(unit.getSourceFile().getName());
            return file.getFileName() + ":" + unit.getLineMap().getLineNumber(at);
        }
    }
}
