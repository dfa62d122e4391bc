package io.github.cmkverify.declare;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A look at a POM that tells whether a parser is needed to find text beside elements: loading the JDK's takes a build
 * longer than all else that is read. It says yes to all that it does not understand.
 */
final class PlainLists {
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private final String pom;

    private PlainLists(byte[] pom) {
        // Of every encoding that has ASCII in it; in others, no list is found.
        this.pom = new String(pom, StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether these lists are there, and hold nothing but elements, of which each holds either elements or text.
     *
     * @param lists names of the elements that are looked at
     */
    static boolean are(byte[] pom, Set<String> lists) {
        PlainLists look = new PlainLists(pom);
        boolean found = false;
        for (String list : lists) {
            int start = look.next(list, 0);
            while (start >= 0) {
                if (!look.isPlain(list, start)) {
                    return false;
                }
                found = true;
                start = look.next(list, start + 1);
            }
        }
        return found && !look.pom.contains("<!DOCTYPE");
    }

    /** The next start tag of this name. */
    private int next(String list, int from) {
        int start = pom.indexOf("<" + list, from);
        while (start >= 0 && !list.equals(name(start + 1))) {
            start = pom.indexOf("<" + list, start + 1);
        }
        return start;
    }

    private boolean isPlain(String list, int start) {
        int end = pom.indexOf('>', start);
        if (end > 0 && pom.charAt(end - 1) == '/') {
            return true;
        }
        String opened = ""; // by the tag before, if that was one that opens
        while (end > 0) {
            int tag = pom.indexOf('<', end);
            if (tag < 0) {
                return false;
            }
            boolean text = !pom.substring(end + 1, tag).isBlank();
            if (!text && pom.startsWith(COMMENT, tag)) {
                end = pom.indexOf(COMMENT_END, tag + COMMENT.length()) + COMMENT_END.length() - 1;
                if (end < tag) {
                    return false;
                }
                continue;
            }
            boolean closes = pom.startsWith("/", tag + 1);
            String name = name(closes ? tag + 2 : tag + 1);
            if (name.isEmpty() || (text && !(closes && name.equals(opened)))) {
                return false;
            }
            if (name.equals(list)) {
                return closes;
            }
            end = pom.indexOf('>', tag);
            opened = closes || (end > 0 && pom.charAt(end - 1) == '/') ? "" : name;
        }
        return false;
    }

    /** The name that stands here; empty where it is the mark of CDATA or of an instruction. */
    private String name(int from) {
        int to = from;
        while (to < pom.length() && isOfName(pom.charAt(to))) {
            to++;
        }
        return pom.substring(from, to);
    }

    private static boolean isOfName(char c) {
        return c > ' ' && c != '>' && c != '/' && c != '!' && c != '?' && c != '<';
    }
}
