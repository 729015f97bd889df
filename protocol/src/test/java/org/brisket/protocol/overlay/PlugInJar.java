package org.brisket.protocol.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles one plug-in class, in the package {@code plugin}, and packs it as its author would. */
final class PlugInJar {
    private PlugInJar() {}

    /**
     * @param service the interface under which the jar offers the class
     * @return the jar
     */
    static Path build(Path directory, Class<?> service, String className, String source)
            throws IOException {
        Path file = directory.resolve(className + ".java");
        Files.writeString(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments =
                List.of("-proc:none", "-cp", protocol(), "-d", directory.toString(), file + "");
        assertThat(compiler.run(null, null, null, arguments.toArray(new String[0]))).isZero();
        Path jar = directory.resolve(className + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            add(
                    entries,
                    "plugin/" + className + ".class",
                    Files.readAllBytes(directory.resolve("plugin/" + className + ".class")));
            add(
                    entries,
                    "META-INF/services/" + service.getName(),
                    ("plugin." + className + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void add(JarOutputStream entries, String name, byte[] content)
            throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(content);
        entries.closeEntry();
    }

    /** Where the classes of this module are. */
    private static String protocol() {
        try {
            return Path.of(
                            TopicManager.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
