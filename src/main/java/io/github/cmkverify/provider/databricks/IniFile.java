package io.github.cmkverify.provider.databricks;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sections of {@code ~/.databrickscfg}. Empty values count as absent. */
final class IniFile {
    private IniFile() {}

    static Map<String, Map<String, String>> read(String text) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                String name = line.substring(1, line.length() - 1).strip();
                section = sections.computeIfAbsent(name, n -> new LinkedHashMap<>());
            } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                String value = line.substring(equals + 1).strip();
                if (!value.isEmpty()) {
                    section.put(line.substring(0, equals).strip(), value);
                }
            }
        }
        return sections;
    }
}
