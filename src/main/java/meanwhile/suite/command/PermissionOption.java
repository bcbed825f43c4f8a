package meanwhile.suite.command;

import picocli.CommandLine.Option;

/** The option that states permission to test a target on another machine. */
final class PermissionOption {
    @Option(
            names = "--i-may-test-this-target",
            description =
                    "confirms that you may test this target; required unless it is on this machine")
    boolean given;
}
