package meanwhile.report.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The specification as it is written: groups of scenarios, each with its clauses.
 *
 * @param groups in the order written
 */
public record SpecificationText(List<Group> groups) {
    private static final String ALL = "What is promised";
    private static final Pattern GROUP = Pattern.compile("## (.+)");
    private static final Pattern SCENARIO = Pattern.compile("### (\\S+) (.+)");
    private static final Pattern CLAUSE =
            Pattern.compile("- \\*\\*([\\p{L}\\d][\\p{L}\\d._-]*)\\*\\* (.+)");

    /** A part of the specification. */
    public record Group(String title, List<Scenario> scenarios) {}

    /** A scenario and its clauses. */
    public record Scenario(String id, String title, List<Clause> clauses) {}

    /** One promise. */
    public record Clause(String id, String sentence) {}

    /**
     * Reads {@code specification.md}: a group is a heading of the second level, a scenario one of
     * the third that begins with its id, a clause an item that begins with its id in bold. Ids may
     * follow any scheme.
     */
    public static SpecificationText parse(String markdown) {
        List<Group> groups = new ArrayList<>();
        for (String line : markdown.lines().toList()) {
            Matcher clause = CLAUSE.matcher(line);
            Matcher scenario = SCENARIO.matcher(line);
            Matcher group = GROUP.matcher(line);
            if (clause.matches()) {
                lastScenario(groups).clauses().add(new Clause(clause.group(1), clause.group(2)));
            } else if (scenario.matches()) {
                lastGroup(groups)
                        .scenarios()
                        .add(new Scenario(scenario.group(1), scenario.group(2), new ArrayList<>()));
            } else if (group.matches()) {
                groups.add(new Group(group.group(1), new ArrayList<>()));
            }
        }
        return new SpecificationText(groups);
    }

    /** What stands before any heading belongs to a group, and to a scenario, of all. */
    private static Group lastGroup(List<Group> groups) {
        if (groups.isEmpty()) {
            groups.add(new Group(ALL, new ArrayList<>()));
        }
        return groups.getLast();
    }

    private static Scenario lastScenario(List<Group> groups) {
        List<Scenario> scenarios = lastGroup(groups).scenarios();
        if (scenarios.isEmpty()) {
            scenarios.add(new Scenario("all", ALL, new ArrayList<>()));
        }
        return scenarios.getLast();
    }

    /** All scenarios, in the order written. */
    public List<Scenario> scenarios() {
        return groups.stream().flatMap(group -> group.scenarios().stream()).toList();
    }

    /** All clauses, in the order written. */
    public List<Clause> clauses() {
        return scenarios().stream().flatMap(scenario -> scenario.clauses().stream()).toList();
    }
}
