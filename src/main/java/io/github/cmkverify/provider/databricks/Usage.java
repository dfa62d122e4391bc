package io.github.cmkverify.provider.databricks;

import io.github.cmkverify.key.KeyReference;
import java.util.List;
import java.util.Map;
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
        return regions.entrySet().stream()
                .filter(workspace -> ONE_REGION.matcher(workspace.getValue()).matches()
                        && !workspace.getValue().equals(region))
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_SHOWN)
                .map(workspace -> "workspace " + workspace.getKey() + " is in " + workspace.getValue()
                        + ", the region of its key is " + region)
                .toList();
    }

    private static boolean isMultiRegion(KeyReference target) {
        return target.text().contains(":key/mrk-");
    }
}
