package io.github.cmkverify.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.cmkverify.key.SourceLine;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a key is declared, as a code host finds it: a file of the checkout. For a key that is declared elsewhere, on the
 * command line or in a parent from a repository, it is the POM of the module without a line, because hosts show no
 * result without a file.
 */
final class SarifPlace {
    private final Origin origin;

    SarifPlace(Origin origin) {
        this.origin = origin;
    }

    /** The file relative to the root of the checkout; empty where there is none. */
    String uri(@Nullable SourceLine source) {
        String declared = source == null ? "" : inCheckout(Path.of(source.file()));
        return declared.isEmpty() && origin.pom() != null ? inCheckout(origin.pom()) : declared;
    }

    void write(JsonGenerator json, @Nullable SourceLine source) throws IOException {
        String uri = uri(source);
        if (uri.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri);
        json.writeStringField("uriBaseId", SarifReport.ROOT);
        json.writeEndObject();
        if (source != null && source.line() != SourceLine.UNKNOWN && uri.equals(inCheckout(Path.of(source.file())))) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", source.line());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }

    private String inCheckout(Path file) {
        Path root = origin.root();
        Path absolute = file.toAbsolutePath().normalize();
        if (root == null || !absolute.startsWith(root)) {
            return "";
        }
        // As a URI first: the names of files may hold what a URI escapes.
        String whole = absolute.toUri().getRawPath();
        String base = root.toUri().getRawPath();
        return whole.substring(base.endsWith("/") ? base.length() : base.length() + 1);
    }
}
