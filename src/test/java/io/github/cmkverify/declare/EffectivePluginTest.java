package io.github.cmkverify.declare;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

class EffectivePluginTest {
    private static final String GOAL = "verify-keys";
    private static final String KEYS = "<configuration><keys><key>aws:x</key></keys></configuration>";

    private static EffectivePlugin plugin(String content) throws IOException, XmlPullParserException {
        String pom = "<project><build><plugins><plugin><groupId>g</groupId><artifactId>a</artifactId>" + content
                + "</plugin></plugins></build></project>";
        return EffectivePlugin.of(new MavenProject(new MavenXpp3Reader().read(new StringReader(pom))), "g:a", false);
    }

    private static String execution(String id, String content) {
        return "<executions><execution><id>" + id + "</id>" + content + "</execution></executions>";
    }

    private static final String GOALS = "<goals><goal>" + GOAL + "</goal></goals>";

    @Test
    void aBoundRunHasTheKeysOfItsExecution() throws Exception {
        EffectivePlugin plugin = plugin(execution("gate", GOALS + KEYS));
        assertTrue(plugin.hasKeysWhereBound(GOAL));
        assertTrue(plugin.hasKeysWhenCalled(GOAL));
        assertTrue(plugin.hasKeysOf("gate"));
    }

    @Test
    void anIdThatNoExecutionHasHasTheKeysOfThePluginAlone() throws Exception {
        assertFalse(plugin(execution("gate", GOALS + KEYS)).hasKeysOf("gaet"));
        assertTrue(plugin(KEYS).hasKeysOf("gaet"));
    }

    @Test
    void keysWithoutAnExecutionAreNobodysWhereNobodyCalls() throws Exception {
        EffectivePlugin plugin = plugin(KEYS);
        assertFalse(plugin.hasKeysWhereBound(GOAL));
        assertTrue(plugin.hasKeysWhenCalled(GOAL));
    }

    @Test
    void anExecutionThatNeverRunsHasNoKeysToAsk() throws Exception {
        assertFalse(
                plugin(execution("off", "<phase>none</phase>" + GOALS + KEYS)).hasKeysWhereBound(GOAL));
        assertFalse(plugin(execution("help", "<goals><goal>help</goal></goals>" + KEYS))
                .hasKeysWhereBound(GOAL));
        assertFalse(plugin(execution("help", "<goals><goal>help</goal></goals>" + KEYS))
                .hasKeysWhenCalled(GOAL));
    }

    @Test
    void emptyKeysAreNone() throws Exception {
        EffectivePlugin plugin = plugin(execution("gate", GOALS + "<configuration><keys/></configuration>"));
        assertFalse(plugin.hasKeysWhereBound(GOAL));
        assertFalse(plugin.hasKeysWhenCalled(GOAL));
        assertFalse(plugin.hasKeysOf("gate"));
    }
}
