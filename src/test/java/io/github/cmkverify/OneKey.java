package io.github.cmkverify;

import io.github.cmkverify.declare.KeysReader;
import io.github.cmkverify.declare.Node;
import io.github.cmkverify.declare.Request;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.report.Lines;
import io.github.cmkverify.report.Origin;
import io.github.cmkverify.report.ReportFormat;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;

/** A run of the gate in a JVM of its own. */
final class OneKey {
    private OneKey() {}

    /** Verifies the keys of an element {@code <keys>}, and leaves its report in a folder. */
    public static void main(String[] args) throws Exception {
        WarmUp.once(new ConcurrentHashMap<>());
        Node keys = Node.of(Xpp3DomBuilder.build(new StringReader(args[0])));
        Path folder = Path.of(args[1]);
        Lines nobody = new Lines() {
            @Override
            public void info(String line) {}

            @Override
            public void warn(String line) {}

            @Override
            public void error(String line) {}
        };
        QuietSdk.hideTokens();
        new Gate(
                        "1",
                        new Environment(System.getenv(), folder, Clock.systemUTC()),
                        id -> null,
                        Set.of(),
                        List.of(),
                        new ConcurrentHashMap<>(),
                        nobody)
                .pass(
                        new Request(
                                null,
                                new KeysReader(KnownProvider.syntaxes()).read(keys, Rules.USUAL, "<keys>"),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                folder,
                                "report",
                                false,
                                Duration.ZERO),
                        new Reports(EnumSet.of(ReportFormat.JSON), Origin.UNKNOWN, null, folder),
                        null);
    }
}
