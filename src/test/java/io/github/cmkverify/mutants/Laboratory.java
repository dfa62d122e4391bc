package io.github.cmkverify.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Compiles a changed class, and runs a test with it in place of the real one. */
final class Laboratory {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path TEST_CLASSES = Path.of("target/test-classes");
    private static final int SECONDS = 60;

    private Laboratory() {}

    /** What became of a test. */
    enum End {
        PASSED,
        FAILED,
        /** It did not end in time. */
        HUNG
    }

    /** Runs a test of the mutant, on the sources as they are. */
    static End withoutIt(Mutant mutant) throws IOException, InterruptedException {
        return run(mutant, List.of(TEST_CLASSES, CLASSES));
    }

    /** Runs a test of the mutant, with its change. */
    static End withIt(Mutant mutant, Path folder) throws IOException, InterruptedException {
        compile(mutant, folder);
        return run(mutant, List.of(folder, TEST_CLASSES, CLASSES));
    }

    private static void compile(Mutant mutant, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String text = mutant.mutated();
        JavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("string:///" + mutant.className().replace('.', '/') + ".java"),
                        JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        StringWriter said = new StringWriter();
        boolean compiled = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of("-proc:none", "-nowarn", "-parameters", "-classpath", path, "-d", folder.toString()),
                        null,
                        List.of(source))
                .call();
        if (!compiled) {
            throw new AssertionError(mutant + " does not compile: " + said);
        }
    }

    private static End run(Mutant mutant, List<Path> folders) throws IOException, InterruptedException {
        URL[] urls = new URL[folders.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = folders.get(i).toUri().toURL();
        }
        try (OursFirst loader = new OursFirst(urls)) {
            CompletableFuture<TestExecutionSummary> run = new CompletableFuture<>();
            Thread runner = new Thread(() -> run.complete(run(mutant, loader)), "mutant");
            runner.setDaemon(true);
            runner.setUncaughtExceptionHandler((thread, problem) -> run.completeExceptionally(problem));
            runner.start();
            TestExecutionSummary summary = run.get(SECONDS, TimeUnit.SECONDS);
            if (summary.getTestsStartedCount() == 0) {
                throw new AssertionError("no such test: " + mutant.testClass() + "#" + mutant.testMethod());
            }
            return summary.getTotalFailureCount() == 0 ? End.PASSED : End.FAILED;
        } catch (TimeoutException e) {
            return End.HUNG;
        } catch (ExecutionException e) {
            throw new AssertionError(mutant + " cannot be tried", e);
        }
    }

    private static TestExecutionSummary run(Mutant mutant, ClassLoader loader) {
        Thread.currentThread().setContextClassLoader(loader);
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(test(mutant, loader).getDeclaringClass(), test(mutant, loader)))
                                .build(),
                        listener);
        return listener.getSummary();
    }

    /** The method of the test. */
    static Method test(Mutant mutant, ClassLoader loader) {
        try {
            return Arrays.stream(loader.loadClass(mutant.testClass()).getDeclaredMethods())
                    .filter(method -> method.getName().equals(mutant.testMethod()))
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("no test " + mutant.testMethod() + " in " + mutant.testClass()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no test class " + mutant.testClass(), e);
        }
    }

    /** Loads our own classes itself, afresh, and leaves all others to the loader of the tests. */
    private static final class OursFirst extends URLClassLoader {
        OursFirst(URL[] urls) {
            super(urls, Laboratory.class.getClassLoader());
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
}
