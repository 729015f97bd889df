package org.brisket.job.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * A class loader that has its own copy of the command line, as a Flink cluster has of a job's
 * classes.
 */
final class OtherLoader extends URLClassLoader {

    private OtherLoader(URL classes) {
        super(new URL[] {classes}, OtherLoader.class.getClassLoader());
    }

    /** Runs the main method of a copy of {@link Brisket}. */
    static void brisketMain(String... args) throws ReflectiveOperationException, IOException {
        URL classes = Brisket.class.getProtectionDomain().getCodeSource().getLocation();
        try (OtherLoader loader = new OtherLoader(classes)) {
            Class<?> copy = loader.loadClass(Brisket.class.getName());
            copy.getMethod("main", String[].class).invoke(null, (Object) args);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("org.brisket.job.cli.")) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
    }
}
