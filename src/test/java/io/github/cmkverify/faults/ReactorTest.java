package io.github.cmkverify.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.sim.AwsSim;
import io.github.cmkverify.sim.DatabricksSim;
import io.github.cmkverify.sim.Fault;
import io.github.cmkverify.sim.Simulator;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same keys in eight modules at once, as with {@code -T8}; every other module loads its own classes of the plugin. */
class ReactorTest {
    private static final int MODULES = 8;
    private static final int BUILDS = 200;
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final String ACCOUNT = "acc00000-0000-4000-8000-000000000001";
    private static final String CONFIGURATION = "c0000000-0000-4000-8000-000000000001";

    private final AwsSim aws = new AwsSim();
    private final DatabricksSim databricks = new DatabricksSim();
    private final Simulator simulator = new Simulator(aws, databricks);
    private final ExecutorService modules = Executors.newFixedThreadPool(MODULES);

    @AfterEach
    void close() {
        modules.shutdownNow();
        simulator.close();
    }

    private static String arn(int number) {
        return "arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-%012d".formatted(number);
    }

    /** The plugin once more, with classes of its own; libraries are those that are there already. */
    private static final class Realm extends URLClassLoader {
        Realm() {
            super(new URL[] {place(ModuleRun.class), place(io.github.cmkverify.verify.Verifier.class)});
        }

        private static URL place(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.github.cmkverify.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }

    @SuppressWarnings("unchecked") // what ModuleRun gives
    private List<String> verdicts(
            ClassLoader realm, ConcurrentMap<String, Object> memory, List<String> references, Duration timeout)
            throws Exception {
        return (List<String>) realm.loadClass(ModuleRun.class.getName())
                .getMethod("verdicts", String.class, ConcurrentMap.class, List.class, Duration.class)
                .invoke(null, simulator.url(), memory, references, timeout);
    }

    @Test
    void eachModuleHasEveryVerdictAndEachQuestionIsAskedOnceABuild() throws Exception {
        aws.key(arn(1), "Enabled")
                .key(arn(2), "Disabled")
                .key(arn(3), "PendingDeletion")
                .key(arn(4), "Enabled");
        databricks.configuration(ACCOUNT, CONFIGURATION, arn(4));
        String configuration = "databricks://" + ACCOUNT + "/" + CONFIGURATION;
        List<String> references = List.of(arn(1), configuration, arn(2), arn(3), arn(404));
        List<String> expected = List.of(
                "PASS " + arn(1), "PASS " + configuration, "FAIL " + arn(2), "FAIL " + arn(3), "FAIL " + arn(404));
        // Five keys, and of the configuration: login, the configuration itself, its workspaces.
        int questions = 5 + 3;
        try (Realm other = new Realm()) {
            ClassLoader[] realms = {getClass().getClassLoader(), other};
            for (int build = 0; build < BUILDS; build++) {
                int before = simulator.received().size();
                ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
                List<Callable<List<String>>> reactor = new ArrayList<>();
                for (int module = 0; module < MODULES; module++) {
                    ClassLoader realm = realms[module % 2];
                    reactor.add(() -> verdicts(realm, memory, references, MINUTE));
                }
                for (Future<List<String>> module : modules.invokeAll(reactor)) {
                    assertEquals(expected, module.get(), "build " + build);
                }
                assertEquals(questions, simulator.received().size() - before, "build " + build);
            }
        }
    }

    @Test
    void aModuleThatIsInterruptedPassesNothingAndTheOthersAskForThemselves() throws Exception {
        aws.key(arn(1), "Enabled");
        simulator.spoil("POST /", Fault.SILENT, Fault.NONE);
        ConcurrentMap<String, Object> memory = new ConcurrentHashMap<>();
        List<String> keys = List.of(arn(1));
        List<Boolean> flag = new ArrayList<>();
        FutureTask<List<String>> first = new FutureTask<>(() -> {
            List<String> verdicts = ModuleRun.verdicts(simulator.url(), memory, keys, MINUTE);
            flag.add(Thread.currentThread().isInterrupted());
            return verdicts;
        });
        Thread module = new Thread(first, "module");
        module.start();
        while (simulator.received().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        Future<List<String>> second = modules.submit(() -> ModuleRun.verdicts(simulator.url(), memory, keys, MINUTE));
        module.interrupt();
        // Far less than the 20 s that a request has.
        assertEquals(List.of("UNDETERMINED " + arn(1)), first.get(10, TimeUnit.SECONDS));
        assertEquals(List.of(true), flag);
        assertEquals(List.of("PASS " + arn(1)), second.get(30, TimeUnit.SECONDS));
        assertTrue(simulator.received().size() >= 2);
    }
}
