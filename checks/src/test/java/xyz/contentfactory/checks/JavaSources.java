package xyz.contentfactory.checks;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Java sources as the compiler's parser sees them.
final class JavaSources {

  private JavaSources() {}

  /// @param name the file and the method, as the size ledger writes them
  record Method(String name, int lines, int parameters) {}

  static List<Method> methods(Repository repository) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<Method> methods = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var files = manager.getJavaFileObjectsFromPaths(repository.files(".java"));
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, files);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        String file = repository.name(Path.of(unit.getSourceFile().toUri()));
        new Methods(file, unit, positions, methods).scan(unit, null);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return methods;
  }

  private static final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final String file;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> found;
    private boolean inRecord;

    Methods(String file, CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
      this.file = file;
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    /// The parameters of a record's constructor are its components, already named where it is made.
    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      boolean outer = inRecord;
      inRecord = type.getKind() == Tree.Kind.RECORD;
      super.visitClass(type, null);
      inRecord = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        found.add(
            new Method(
                file + "#" + method.getName(), (int) (last - first + 1), parameters(method)));
      }
      return super.visitMethod(method, null);
    }

    private int parameters(MethodTree method) {
      boolean components = inRecord && method.getName().contentEquals("<init>");
      return components ? 0 : method.getParameters().size();
    }
  }
}
