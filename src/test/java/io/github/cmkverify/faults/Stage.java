package io.github.cmkverify.faults;

import io.github.cmkverify.http.FaultDoors;
import io.github.cmkverify.http.HttpDoor;
import io.github.cmkverify.http.HttpSettings;
import io.github.cmkverify.key.DeclaredKey;
import io.github.cmkverify.key.Expectations;
import io.github.cmkverify.key.KeyAnswer;
import io.github.cmkverify.key.Rules;
import io.github.cmkverify.policy.Outcome;
import io.github.cmkverify.policy.Verdict;
import io.github.cmkverify.provider.BuildMemory;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.ProviderContext;
import io.github.cmkverify.sim.GcpSim;
import io.github.cmkverify.sim.Simulator;
import io.github.cmkverify.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.net.ssl.SSLSocketFactory;

/** Plays cells: the clouds, the traps and whom to trust are shared, everything else is a cell's own. */
final class Stage implements AutoCloseable {
    private static final Duration BUDGET = Duration.ofSeconds(30);

    /** For one request: no healthy answer takes so long, even where many cells are played at once. */
    private static final Duration AMPLE = Duration.ofSeconds(10);

    private static final Duration SHORT = Duration.ofMillis(250);

    /** Where the time runs out once, and a healthy answer has to follow in the same time. */
    private static final Duration MEDIUM = Duration.ofMillis(700);

    private final Certificates certificates = new Certificates();
    private final SSLSocketFactory server = certificates.of(Talk.HOSTS);
    private final Simulator clouds = new Simulator(Clouds.all());
    private final Map<Talk, Rehearsal> rehearsals = new ConcurrentHashMap<>();
    private final Set<String> offered = new ConcurrentSkipListSet<>();
    private final Path folder;
    private final Traps traps;

    /**
     * @param folder for the credentials that are files
     */
    Stage(Path folder) throws IOException {
        this.folder = folder;
        this.traps = new Traps(certificates);
        Files.writeString(folder.resolve("google.json"), GcpSim.serviceAccount("https://oauth2.googleapis.com"));
        for (Talk talk : Talk.all()) {
            rehearsals.put(talk, rehearse(talk));
        }
    }

    private Rehearsal rehearse(Talk talk) throws IOException {
        Cell healthy = new Cell(talk, talk.steps().get(0), Trouble.NONE, false);
        try (SpoiltServer hosts = new SpoiltServer(healthy, server, clouds.port(), offered::addAll);
                Play play = new Play(healthy, Rehearsal.Place.NOWHERE, hosts)) {
            Verdict last = play.verdict();
            String seen = said(last);
            if (!seen.equals(talk.healthy())) {
                throw new IllegalStateException(
                        talk.name() + " is " + seen + " where nothing goes wrong: " + why(last));
            }
            return new Rehearsal(hosts.asked());
        }
    }

    /** The protocols that were offered in TLS handshakes. */
    Set<String> offered() {
        return offered;
    }

    Scene play(Cell cell) throws IOException {
        long start = System.nanoTime();
        Rehearsal rehearsal = rehearsals.getOrDefault(cell.talk(), new Rehearsal(List.of()));
        try (SpoiltServer hosts = new SpoiltServer(cell, server, clouds.port(), offered::addAll);
                Play play = new Play(cell, rehearsal.place(cell.step()), hosts)) {
            if (cell.trouble() == Trouble.CLOSED_WHILE_IDLE || cell.trouble() == Trouble.RESET_WHEN_USED_AGAIN) {
                play.verdict(); // leaves its connections in the pool
            }
            Verdict verdict = play.verdict();
            boolean told = cell.talk().steps().stream()
                    .filter(step -> step.role() == Step.Role.DECIDES)
                    .allMatch(hosts::answeredWell);
            return new Scene(
                    cell,
                    said(verdict),
                    why(verdict),
                    told,
                    hosts.asked().size(),
                    play.network.connections(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static String said(Verdict verdict) {
        return verdict.outcome() == Outcome.PASS || verdict.outcome() == Outcome.UNDETERMINED
                ? verdict.outcome().name()
                : verdict.outcome().name() + " "
                        + verdict.findings().get(0).id().id();
    }

    private static String why(Verdict verdict) {
        KeyAnswer last = verdict.chain().get(verdict.chain().size() - 1).answer();
        return last instanceof KeyAnswer.Undetermined doubt ? doubt.cause() + " " + doubt.said() : "";
    }

    private static Duration timeout(Cell cell) {
        if (cell.trouble().meaning() != Trouble.Meaning.SLOW) {
            return AMPLE;
        }
        return Expected.of(cell).equals(Set.of(Expected.NOBODY_CAN_TELL)) ? SHORT : MEDIUM;
    }

    /** One conversation, or one after the other through the same door. */
    private final class Play implements AutoCloseable {
        private final Cell cell;
        private final Network network;
        private final HttpDoor door;

        Play(Cell cell, Rehearsal.Place place, SpoiltServer hosts) {
            this.cell = cell;
            network = new Network(cell, place, hosts.address(), traps);
            door = FaultDoors.open(
                    new HttpSettings(timeout(cell), Set.of(), "test", Clock.systemUTC(), new ConcurrentHashMap<>()),
                    network,
                    client -> certificates.trust(client).socketFactory(network));
        }

        Verdict verdict() {
            Map<String, String> variables = new HashMap<>(Clouds.VARIABLES);
            variables.putAll(cell.talk().variables());
            variables.put(
                    "GOOGLE_APPLICATION_CREDENTIALS",
                    folder.resolve("google.json").toString());
            ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
            Environment environment = new Environment(variables, folder, Clock.systemUTC());
            ProviderContext context = new ProviderContext(environment, door, id -> null, new BuildMemory(memory));
            DeclaredKey key =
                    new DeclaredKey(cell.talk().reference(), null, Expectations.NONE, Rules.USUAL, "a matrix");
            return new Verifier(
                            new TestProviders(context), new BuildMemory(memory), Clock.systemUTC(), (done, all) -> {})
                    .verify(List.of(key), BUDGET)
                    .get(0);
        }

        @Override
        public void close() {
            door.close();
        }
    }

    @Override
    public void close() throws IOException {
        traps.close();
        clouds.close();
    }
}
