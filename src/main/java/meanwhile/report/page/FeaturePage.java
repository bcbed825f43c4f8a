package meanwhile.report.page;

import java.util.List;
import meanwhile.report.data.Report;
import org.jspecify.annotations.Nullable;

/**
 * The page of one scenario's feature: its prose, its rules with their reasons, its examples.
 *
 * @param group the part of the specification that it belongs to
 * @param clauses the clauses, with their history in earlier runs
 * @param previous the scenario before; null for the first
 * @param next the scenario after; null for the last
 */
public record FeaturePage(
        String group,
        Report.Scenario scenario,
        List<Line> clauses,
        Report.@Nullable Scenario previous,
        Report.@Nullable Scenario next) {

    /** A clause; {@code since} is empty if earlier runs say nothing. */
    public record Line(Report.Clause clause, String since) {}

    /** The page of one scenario. */
    public static FeaturePage of(
            SiteContent content, Report.Group group, Report.Scenario scenario) {
        List<Report.Scenario> all =
                content.report().allGroups().stream().flatMap(g -> g.scenarios().stream()).toList();
        int place = all.indexOf(scenario);
        return new FeaturePage(
                group.title(),
                scenario,
                scenario.clauses().stream()
                        .map(
                                clause ->
                                        new Line(
                                                clause,
                                                FrontPage.since(content.trend(clause.id()))))
                        .toList(),
                place > 0 ? all.get(place - 1) : null,
                place + 1 < all.size() ? all.get(place + 1) : null);
    }
}
