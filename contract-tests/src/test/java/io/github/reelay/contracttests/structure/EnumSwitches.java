package io.github.reelay.contracttests.structure;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The switches over the enums of some files, each by its class and method. The files are parsed and
 * not compiled: an enum is recognised by the constants that the cases name.
 */
final class EnumSwitches {
  private final Set<String> enums = new HashSet<>();
  private final List<Set<String>> constants = new ArrayList<>();

  /** Those with a default. */
  final Set<String> withDefault = new TreeSet<>();

  /** Statements with neither a default nor a case for each constant, which compile. */
  final Set<String> incomplete = new TreeSet<>();

  /** Calls of {@code valueOf} instead, which throw if there is no constant of that name. */
  final Set<String> byName = new TreeSet<>();

  EnumSwitches(List<Path> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      new Enums().scan(units, null);
      units.forEach(unit -> new Switches().scan(unit, null));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private final class Enums extends TreeScanner<Void, Void> {
    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (type.getKind() == Tree.Kind.ENUM) {
        Set<String> own = new HashSet<>();
        for (Tree member : type.getMembers()) {
          if (member instanceof VariableTree field && isConstant(field, type)) {
            own.add(field.getName().toString());
          }
        }
        enums.add(type.getSimpleName().toString());
        constants.add(own);
      }
      return super.visitClass(type, nothing);
    }

    private boolean isConstant(VariableTree field, ClassTree type) {
      return field.getName().toString().matches("[A-Z][A-Z0-9_]*")
          && field.getType() instanceof IdentifierTree own
          && own.getName().contentEquals(type.getSimpleName());
    }
  }

  private final class Switches extends TreePathScanner<Void, Void> {
    @Override
    public Void visitSwitch(SwitchTree statement, Void nothing) {
      add(statement.getCases());
      return super.visitSwitch(statement, nothing);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree expression, Void nothing) {
      add(expression.getCases());
      return super.visitSwitchExpression(expression, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && select.getIdentifier().contentEquals("valueOf")
          && enums.contains(lastName(select.getExpression()))) {
        byName.add(place());
      }
      return super.visitMethodInvocation(call, nothing);
    }

    private String lastName(ExpressionTree type) {
      return type instanceof MemberSelectTree nested
          ? nested.getIdentifier().toString()
          : type.toString();
    }

    private void add(List<? extends CaseTree> cases) {
      Set<String> named = new HashSet<>();
      boolean hasDefault = false;
      for (CaseTree each : cases) {
        hasDefault |= each.getExpressions().isEmpty();
        each.getExpressions().forEach(label -> named.add(label.toString()));
      }
      List<Set<String>> fitting = constants.stream().filter(own -> own.containsAll(named)).toList();
      if (hasDefault && !fitting.isEmpty()) {
        withDefault.add(place());
      } else if (!fitting.isEmpty() && !fitting.contains(named)) {
        incomplete.add(place());
      }
    }

    private String place() {
      String method = "";
      for (Tree around : getCurrentPath()) {
        if (around instanceof MethodTree named && method.isEmpty()) {
          method = "." + named.getName();
        } else if (around instanceof ClassTree type && !type.getSimpleName().isEmpty()) {
          return type.getSimpleName() + method;
        }
      }
      return method;
    }
  }
}
