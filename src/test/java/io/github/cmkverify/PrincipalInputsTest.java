package io.github.cmkverify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cmkverify.provider.PrincipalInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A variable that a cloud's room reads and its inputs do not name would let an answer serve somebody else. */
class PrincipalInputsTest {
    private static final Pattern VARIABLE =
            Pattern.compile("\"((?:AWS|GOOGLE|CLOUDSDK|GCE|NO_GCE|AZURE|IDENTITY|DATABRICKS|ACTIONS|TOKEN_AUD|"
                    + "HUAWEICLOUD|HW|OS|VAULT|BAO)[A-Z0-9]*_[A-Z0-9_]+|APPDATA)\"");
    private static final Pattern SUFFIX =
            Pattern.compile("List\\.of\\((\"[A-Z0-9_]*[A-Z0-9]\"(?:, \"[A-Z0-9_]*[A-Z0-9]\")*)\\)");

    /** Words that clouds say of keys. */
    private static final Set<String> NO_VARIABLES = Set.of("AWS_KMS", "AWS_CLOUDHSM", "GOOGLE_SYMMETRIC_ENCRYPTION");

    @ParameterizedTest
    @EnumSource
    void everyVariableThatARoomReadsIsAmongItsInputs(KnownProvider known) throws IOException {
        String provider = known.syntax().provider();
        PrincipalInputs inputs = known.inputs();
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/cmkverify/provider", provider))) {
            for (Path file : files.filter(file -> !file.toString().endsWith("Inputs.java"))
                    .toList()) {
                String source = Files.readString(file);
                collect(VARIABLE.matcher(source), "", read);
                if (provider.equals("vault")) {
                    collect(SUFFIX.matcher(source), "VAULT_", read);
                    collect(SUFFIX.matcher(source), "BAO_", read);
                }
            }
        }
        assertTrue(read.size() > 2, read::toString);
        read.removeIf(name -> NO_VARIABLES.contains(name) || isNamed(name, inputs));
        assertEquals(Set.of(), read);
    }

    private static void collect(Matcher found, String prefix, Set<String> names) {
        while (found.find()) {
            for (String name : found.group(1).split(", ", -1)) {
                names.add(prefix + name.replace("\"", ""));
            }
        }
    }

    private static boolean isNamed(String name, PrincipalInputs inputs) {
        return Stream.of(inputs.places(), inputs.variables(), inputs.unseen())
                        .flatMap(List::stream)
                        .anyMatch(input -> input.endsWith("*")
                                ? name.startsWith(input.substring(0, input.length() - 1))
                                : name.equals(input))
                || inputs.files().stream().anyMatch(file -> file.startsWith("$" + name + "/"));
    }
}
