package io.github.cmkverify.provider.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.http.Json;
import io.github.cmkverify.http.StrangeJsonException;
import io.github.cmkverify.key.Cause;
import io.github.cmkverify.provider.CredentialException;
import io.github.cmkverify.provider.Environment;
import io.github.cmkverify.provider.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in to the Azure CLI, where {@code az} is on the path. Of what it prints, the token alone is used: its
 * errors may hold anything.
 */
record AzureCli(Environment environment) implements TokenSource {
    private static final List<String> PROGRAMS = List.of("az", "az.cmd");
    private static final int LONGEST = 100_000;
    private static final String SHOWN = "Azure CLI";

    @Override
    public String name() {
        return "Azure CLI (az login)";
    }

    @Override
    public String credential() {
        return "AzureCliCredential";
    }

    @Override
    public @Nullable AzureToken find(TokenWish wish) throws CredentialException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return null;
        }
        List<String> command = new ArrayList<>(
                List.of(program.get().toString(), "account", "get-access-token", "--output", "json", "--resource"));
        command.add(wish.resource());
        String tenant = environment.variable(ClientSecrets.TENANT);
        if (tenant != null || wish.tenant() != null) {
            command.addAll(List.of("--tenant", Sendable.tenant("environment " + ClientSecrets.TENANT, tenant, wish)));
        }
        byte[] printed = run(command, wish);
        // Nobody is logged in, or not to this tenant; there is no source behind this one.
        return printed.length == 0 ? null : token(printed);
    }

    /** In an absolute folder alone: a relative one may be the project's. */
    private Optional<Path> program() {
        String path = environment
                .variables()
                .getOrDefault("PATH", environment.variables().getOrDefault("Path", ""));
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> new File(folder).isAbsolute())
                .flatMap(folder -> PROGRAMS.stream().map(name -> new File(folder, name)))
                .filter(file -> file.isFile() && file.canExecute())
                .filter(file -> File.separatorChar == '/' || file.getName().endsWith(".cmd"))
                .map(File::toPath)
                .findFirst();
    }

    private byte[] run(List<String> command, TokenWish wish) throws CredentialException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (Files.isDirectory(environment.home())) {
            builder.directory(environment.home().toFile());
        }
        try {
            Process process = builder.start();
            try {
                process.getOutputStream().close();
                FutureTask<byte[]> printed =
                        new FutureTask<>(() -> process.getInputStream().readNBytes(LONGEST));
                Thread reader = new Thread(printed, "cmk az");
                reader.setDaemon(true);
                reader.start();
                byte[] all = printed.get(wish.deadline().left().toNanos(), TimeUnit.NANOSECONDS);
                boolean ended = process.waitFor(wish.deadline().left().toNanos(), TimeUnit.NANOSECONDS);
                if (!ended) {
                    throw new TimeoutException();
                }
                return process.exitValue() == 0 ? all : new byte[0];
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException | ExecutionException e) {
            throw Sendable.broken(SHOWN + " cannot be run");
        } catch (TimeoutException e) {
            throw new CredentialException(Cause.OUT_OF_TIME, SHOWN + " gave no token in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException(Cause.OUT_OF_TIME, SHOWN + " was interrupted");
        }
    }

    private AzureToken token(byte[] printed) throws CredentialException {
        try {
            JsonNode body = Json.read(printed);
            JsonNode token = body.path("accessToken");
            if (!token.isTextual()
                    || !TokenReply.SENDABLE.matcher(token.textValue()).matches()) {
                throw Sendable.broken(SHOWN + " printed no accessToken");
            }
            Instant now = environment.clock().instant();
            String end = TokenReply.seconds(body, "expires_on");
            // Versions before 2.54 print local time alone; the CLI itself hands out no token with less than this.
            Instant until = end.isEmpty() ? now.plusSeconds(300) : Instant.ofEpochSecond(Long.parseLong(end));
            return TokenService.granted(
                    TokenReply.granted(token.textValue(), until, now), SHOWN, new Secret(""), SHOWN);
        } catch (StrangeJsonException e) {
            throw Sendable.broken(SHOWN + " printed no JSON");
        }
    }
}
