package io.github.cmkverify.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results in Markdown. What counts is the time over the empty goal of the same round, and its ratio. */
final class Table {
    private Table() {}

    /** @param taken by each contestant, a value a round; the empty goal and the enforcer are among them */
    static String of(Map<String, List<Taken>> taken, int rounds, String machine) {
        List<Taken> empty = taken.getOrDefault(Contest.EMPTY, List.of());
        double enforcer = Spread.of(over(taken.getOrDefault(Contest.ENFORCER, List.of()), empty))
                .median();
        StringBuilder table = new StringBuilder();
        table.append(machine)
                .append(" Medians of ")
                .append(rounds)
                .append(" rounds, all in turn, with the quartiles in brackets.\n\n")
                .append("| build | seconds | over the empty goal | ÷ enforcer's | CPU seconds |\n")
                .append("|---|---|---|---|---|\n");
        taken.forEach((name, runs) -> {
            Spread over = Spread.of(over(runs, empty));
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.2f | %s |%n",
                    name,
                    text(runs.stream().map(Taken::wall).toList()),
                    name.equals(Contest.EMPTY) ? "–" : text(over),
                    over.median() / enforcer,
                    text(runs.stream().map(Taken::cpu).toList())));
        });
        return table.toString();
    }

    private static List<Double> over(List<Taken> runs, List<Taken> empty) {
        List<Double> over = new ArrayList<>();
        for (int round = 0; round < runs.size(); round++) {
            over.add(runs.get(round).wall() - empty.get(round).wall());
        }
        return over;
    }

    private static String text(List<Double> values) {
        return text(Spread.of(values));
    }

    private static String text(Spread spread) {
        return String.format(Locale.ROOT, "%.2f [%.2f–%.2f]", spread.median(), spread.lower(), spread.upper());
    }
}
