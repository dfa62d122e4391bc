package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.KeyReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What uses a configuration.
 *
 * @param workspaces each with its name, id and use cases
 * @param regions of those that are running, by name and id; one whose region is not said is not there
 */
record Usage(List<String> workspaces, Map<String, String> regions) {
    /** Of AWS and Google alike; Google's multi-regions and {@code global} lie in no region. */
    private static final Pattern ONE_REGION = Pattern.compile("[a-z]+(-[a-z]+)+-?\\d+");

    private static final int MOST_SHOWN = 5;

    /**
     * The workspaces that are in another region than their key, which Databricks does not allow (provider document
     * databricks, 6). A multi-Region key of AWS has replicas, of which the configuration says nothing.
     */
    List<String> elsewhere(CloudKey key) {
        String region = key.region();
        if (region == null || !ONE_REGION.matcher(region).matches() || isMultiRegion(key.target())) {
            return List.of();
        }
        List<String> elsewhere = new ArrayList<>();
        for (Map.Entry<String, String> workspace : new TreeMap<>(regions).entrySet()) {
            String its = workspace.getValue();
            if (elsewhere.size() < MOST_SHOWN && ONE_REGION.matcher(its).matches() && !its.equals(region)) {
                elsewhere.add(
                        "workspace " + workspace.getKey() + " is in " + its + ", the region of its key is " + region);
            }
        }
        return elsewhere;
    }

    private static boolean isMultiRegion(KeyReference target) {
        return target.text().contains(":key/mrk-");
    }
}
