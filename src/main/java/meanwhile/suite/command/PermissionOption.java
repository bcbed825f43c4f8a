package meanwhile.suite.command;

import picocli.CommandLine.Option;

/** The option by which somebody says that they may test a target on another machine. */
final class PermissionOption {
    @Option(
            names = "--i-may-test-this-target",
            description = "needed for a target that is not on this machine")
    boolean given;
}
