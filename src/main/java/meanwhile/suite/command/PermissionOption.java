package meanwhile.suite.command;

import picocli.CommandLine.Option;

/** The option that states permission to test a target on another machine. */
final class PermissionOption {
    @Option(
            names = "--i-may-test-this-target",
            description = "you may test this target; required if it is not on this machine")
    boolean given;
}
