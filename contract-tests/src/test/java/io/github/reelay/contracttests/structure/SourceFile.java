package io.github.reelay.contracttests.structure;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One hand-written file, measured.
 *
 * @param file where it is
 * @param lines its lines of code, without blank lines and comments
 * @param methods the length of each method, from its first to its last line
 */
record SourceFile(Path file, int lines, List<Integer> methods) {
  private static final Pattern BLOCK_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");

  /** All of them, parsed together. */
  static List<SourceFile> of(List<Path> paths) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<SourceFile> measured = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        List<Integer> methods = new ArrayList<>();
        new Measuring(unit, positions, methods).scan(unit, null);
        measured.add(new SourceFile(file, linesOf(Modules.read(file)), methods));
      }
      return measured;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int linesOf(String text) {
    String code = LINE_COMMENT.matcher(BLOCK_COMMENT.matcher(text).replaceAll("")).replaceAll("");
    return (int) code.lines().filter(line -> !line.isBlank()).count();
  }

  private static final class Measuring extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Integer> lengths;

    Measuring(CompilationUnitTree unit, SourcePositions positions, List<Integer> lengths) {
      this.unit = unit;
      this.positions = positions;
      this.lengths = lengths;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      LineMap map = unit.getLineMap();
      long first = map.getLineNumber(positions.getStartPosition(unit, method));
      long last = map.getLineNumber(positions.getEndPosition(unit, method));
      lengths.add((int) (last - first + 1));
      return super.visitMethod(method, nothing);
    }
  }
}
