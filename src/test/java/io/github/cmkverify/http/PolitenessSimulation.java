package io.github.cmkverify.http;

import io.github.cmkverify.http.FleetService.Nature;
import io.github.cmkverify.http.FleetWorld.Manners;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Prints the tables of the page 'Politeness'; run by name. Its numbers are the same at every run. */
class PolitenessSimulation {
    private static final Nature AWS = Nature.quota(2000, 0, 400);

    private record Scene(String name, Nature nature, int builds, double within, int keys) {}

    @Test
    void aThousandBuilds() {
        print("| scene | | requests | peak/s | throttled | builds passed | added p50 | added p95 |");
        print("|---|---|--:|--:|--:|--:|--:|--:|");
        scene(new Scene("AWS, calm", AWS, 1000, 60, 10));
        scene(new Scene("AWS, out for 30 s", AWS.outage(45, 75), 1000, 120, 10));
        scene(new Scene("AWS, out for 30 s, 50 keys", AWS.outage(45, 75), 1000, 120, 50));
        scene(new Scene("AWS, out for 1 s", AWS.outage(45, 46), 1000, 120, 10));
        scene(new Scene("AWS, out for 0.3 s, 50 keys", AWS.outage(45, 45.3), 1000, 60, 50));
        scene(new Scene("AWS, 5 % of answers are faults", AWS.faulty(0.05), 1000, 60, 10));
        scene(new Scene("AWS, 5 % of answers are faults, 50 keys", AWS.faulty(0.05), 1000, 60, 50));
        scene(new Scene("AWS, half used by others, all start within 2 s", Nature.quota(2000, 1000, 400), 1000, 2, 10));
        scene(new Scene(
                "AWS, half used by others, all start within 10 s", Nature.quota(2000, 1000, 400), 1000, 10, 20));
        scene(new Scene("Open Telekom Cloud, 1,000/s, all start within 5 s", Nature.quota(1000, 0, 429), 1000, 5, 10));
        scene(new Scene("Databricks, 15/s, 4 requests a build, over 5 min", Nature.quota(15, 0, 429), 1000, 300, 4));
        scene(new Scene("Databricks, 15/s, 4 requests a build, over 4 min", Nature.quota(15, 0, 429), 1000, 240, 4));
        scene(new Scene("Databricks, 15/s, one build of 200 keys", Nature.quota(15, 0, 429), 1, 1, 200));
        scene(new Scene(
                "AWS, half used by others, one build of 10,000 keys", Nature.quota(2000, 1000, 400), 1, 1, 10000));
    }

    private static void scene(Scene scene) {
        FleetWorld calm = new FleetWorld(Nature.quota(1e9, 0, 400))
                .run(Math.min(100, scene.builds()), 1, scene.keys(), Manners.BEFORE);
        line(scene, "before", Manners.BEFORE, calm.seconds(0.5));
        line(scene, "after", Manners.AFTER, calm.seconds(0.5));
    }

    private static void line(Scene scene, String name, Manners manners, double calm) {
        FleetWorld world = new FleetWorld(scene.nature()).run(scene.builds(), scene.within(), scene.keys(), manners);
        print(String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %,d | %,d | %.2f s | %.2f s |",
                scene.name(),
                name,
                world.service().requests(),
                world.service().peak(),
                world.service().throttled(),
                world.passed(),
                world.seconds(0.5) - calm,
                world.seconds(0.95) - calm));
    }

    private static void print(String line) {
        System.out.println(line);
    }

    @Test
    void tenThousandBuildsAnHour() {
        print(
                "| maxAge | requests/s | of AWS 2,000/s | of Open Telekom Cloud 1,000/s | of Databricks 15/s | added, mean |");
        print("|---|--:|--:|--:|--:|--:|");
        double oneBuild = new FleetWorld(AWS).run(100, 60, 50, Manners.AFTER).seconds(0.5);
        for (int minutes : new int[] {0, 15, 60, 240}) {
            double asking = partThatAsks(minutes * 60.0);
            double rate = asking * 10_000 * 50 / 3600;
            print(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f %% | %.1f %% | %.0f %% | %.2f s |",
                    minutes == 0 ? "0 (none)" : minutes + " min",
                    rate,
                    rate / 20,
                    rate / 10,
                    rate / 0.15,
                    asking * oneBuild));
        }
    }

    /** Builds come at random to one of 100 machines, each with answers of its own; the last four of eight hours count. */
    private static double partThatAsks(double maxAge) {
        Random random = new Random(1);
        double[] asked = new double[100];
        Arrays.fill(asked, Double.NEGATIVE_INFINITY);
        int asking = 0;
        for (int build = 0; build < 80_000; build++) {
            double now = build * 0.36;
            int machine = random.nextInt(asked.length);
            if (now - asked[machine] >= maxAge) {
                asked[machine] = now;
                asking += build >= 40_000 ? 1 : 0;
            }
        }
        return asking / 40_000.0;
    }
}
