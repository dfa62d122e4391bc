package io.github.cmkverify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Judges of reports that others wrote, and our own published schemas. */
final class Schemas {
    private static final String PUBLISHED =
            "https://cmkverify.github.io/cmk-maven-plugin/schema/verify-keys-1.schema.json";
    private static final String OWN = resource("/META-INF/cmk/verify-keys-1.schema.json");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(PUBLISHED, OWN)));

    static final Schema JSON = REGISTRY.getSchema(OWN);
    static final Schema JOINED = REGISTRY.getSchema(resource("/META-INF/cmk/verify-keys-all-1.schema.json"));
    static final Schema SARIF = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(resource("/schema/sarif-schema-2.1.0.json"));

    private Schemas() {}

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Schemas.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertValid(Schema schema, String json) {
        assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
    }

    /** Holds a test suite against Surefire's schema. */
    static void assertValidSuite(String xml) throws IOException, SAXException {
        SchemaFactory.newDefaultInstance()
                .newSchema(Objects.requireNonNull(Schemas.class.getResource("/surefire-test-report.xsd")))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }
}
