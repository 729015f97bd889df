package org.brisket.job.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and where its help is. */
final class WrongUsageHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String message = wrong.getMessage().replaceAll("\\s*\\R\\s*", " ");
        command.getErr().println(name + ": " + message);
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try '" + name + " --help'.");
        return ExitStatus.USAGE;
    }
}
