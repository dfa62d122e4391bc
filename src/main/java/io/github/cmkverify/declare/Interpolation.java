package io.github.cmkverify.declare;

import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the expressions of a text; one that nobody knows stays as it is.
 *
 * <p>No expression reaches {@code settings}: a key that holds a password of settings.xml would be printed.
 */
final class Interpolation implements UnaryOperator<String> {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^${}]+)}");
    /** A property may name another; one that names itself ends here. */
    private static final int MOST_ROUNDS = 10;

    private final List<Properties> properties;
    private final @Nullable PluginParameterExpressionEvaluator model;

    private Interpolation(List<Properties> properties, @Nullable PluginParameterExpressionEvaluator model) {
        this.properties = properties;
        this.model = model;
    }

    /** For what Maven has interpolated already: properties that were set since. */
    static Interpolation ofRest(MavenSession session, MavenProject project) {
        return new Interpolation(inMavensOrder(session, project), null);
    }

    /** For what stands in a POM, as Maven interpolates it for the module. */
    static Interpolation ofModel(MavenSession session, MavenProject project, MojoExecution execution) {
        return new Interpolation(
                inMavensOrder(session, project), new PluginParameterExpressionEvaluator(session, execution));
    }

    private static List<Properties> inMavensOrder(MavenSession session, MavenProject project) {
        return List.of(session.getUserProperties(), project.getProperties(), session.getSystemProperties());
    }

    @Override
    public String apply(String text) {
        String resolved = text;
        for (int round = 0; round < MOST_ROUNDS && resolved.contains("${"); round++) {
            resolved = resolveOnce(resolved);
        }
        return resolved;
    }

    private String resolveOnce(String text) {
        StringBuilder resolved = new StringBuilder();
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            expression.appendReplacement(
                    resolved, Matcher.quoteReplacement(value(expression.group(1), expression.group())));
        }
        return expression.appendTail(resolved).toString();
    }

    private String value(String name, String expression) {
        for (Properties source : properties) {
            String value = source.getProperty(name);
            if (value != null) {
                return value;
            }
        }
        return model == null ? expression : modelValue(name, expression, model);
    }

    private static String modelValue(String name, String expression, PluginParameterExpressionEvaluator model) {
        String path = name.equals("basedir") || name.startsWith("project.")
                ? name
                : "project." + (name.startsWith("pom.") ? name.substring("pom.".length()) : name);
        try {
            Object value = model.evaluate("${" + path + "}");
            return value == null ? expression : value.toString();
        } catch (ExpressionEvaluationException e) {
            return expression; // Maven could not resolve it either
        }
    }
}
