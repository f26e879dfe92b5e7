package dev.jeton.docs;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the text of a class against this test's class path, and loads it. */
final class JavaText extends ClassLoader {
    private final Map<String, ByteArrayOutputStream> compiled = new HashMap<>();

    private JavaText() {
        super(JavaText.class.getClassLoader());
    }

    /** The class of this name, which the text declares. */
    static Class<?> load(String name, String text) throws ClassNotFoundException {
        JavaText loader = new JavaText();
        loader.compile(name, text);
        return loader.loadClass(name);
    }

    private void compile(String name, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        boolean done = compiler.getTask(
                        null,
                        new Memory(compiler.getStandardFileManager(problems, null, null)),
                        problems,
                        List.of("-Xlint:all,-classfile", "-proc:none"),
                        null,
                        List.of(new Source(name, text)))
                .call();
        List<Diagnostic<? extends JavaFileObject>> all = problems.getDiagnostics();
        if (!done || !all.isEmpty()) {
            throw new AssertionError(all + "\n" + text);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = compiled.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    /** A source that is no file. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps compiled classes where the loader finds them. */
    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            compiled.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }
    }
}
