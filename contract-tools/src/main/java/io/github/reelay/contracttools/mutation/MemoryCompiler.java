package io.github.reelay.contracttools.mutation;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources to bytes; its class path is opened once. */
final class MemoryCompiler {
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
  private final List<String> options;

  MemoryCompiler(List<Path> classPath) {
    String path =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    this.options = List.of("-proc:none", "-nowarn", "-implicit:none", "-g:none", "-cp", path);
  }

  /**
   * What one compilation gave.
   *
   * @param classes bytes by class name; incomplete if there are errors
   * @param errors what is wrong, as file and sentence
   */
  record Result(Map<String, byte[]> classes, List<String> errors) {}

  /** Compiles sources by their path; writes nothing to the disk, and leaves warnings out. */
  Result compile(Map<String, String> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Source> units = new ArrayList<>();
    sources.forEach((path, text) -> units.add(new Source(path, text)));
    Output output = new Output(files);
    javac.getTask(null, output, diagnostics, options, null, units).call();
    Map<String, byte[]> classes = new HashMap<>();
    output.written.forEach((name, file) -> classes.put(name, file.bytes.toByteArray()));
    return new Result(
        classes,
        diagnostics.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(MemoryCompiler::sentence)
            .toList());
  }

  private static String sentence(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    JavaFileObject file = error.getSource();
    return file == null ? message : file.getName().replaceFirst("^.*/", "") + ": " + message;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ClassFile(String name) {
      super(URI.create("bytes:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ClassFile> written = new HashMap<>();

    Output(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, Kind kind, FileObject sibling) throws IOException {
      ClassFile file = new ClassFile(name);
      written.put(name, file);
      return file;
    }
  }
}
