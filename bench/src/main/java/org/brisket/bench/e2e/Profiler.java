package org.brisket.bench.e2e;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Samples of where a process spends its CPU time, native code, collector and compiler included, by
 * the async-profiler that comes with Flink. The samples are stacks, as text, one a line.
 */
final class Profiler {
    private static final String LIBRARY = System.getProperty("bench.profiler", "");

    private final ChildJvm process;

    private Profiler(ChildJvm process) {
        this.process = process;
    }

    static boolean isWanted() {
        return !LIBRARY.isEmpty();
    }

    static Profiler start(ChildJvm process) throws IOException {
        Profiler profiler = new Profiler(process);
        profiler.command("start,event=itimer,interval=1ms,threads");
        return profiler;
    }

    void stop(Path file) throws IOException {
        command("stop,collapsed,threads,file=" + file);
    }

    private void command(String options) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
            machine.loadAgentPath(LIBRARY, options);
            machine.detach();
        } catch (AttachNotSupportedException
                | AgentLoadException
                | AgentInitializationException e) {
            throw new IOException("the profiler did not take: " + options, e);
        }
    }
}
