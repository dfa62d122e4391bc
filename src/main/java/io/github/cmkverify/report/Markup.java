package io.github.cmkverify.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A page in the making: HTML that is well-formed XML as well. Texts and values of attributes are escaped here and
 * nowhere else, and elements are closed in the order in which they were opened.
 */
final class Markup {
    private final StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** An element around what {@code content} writes. */
    Markup element(String tag, Attributes attributes, Consumer<Markup> content) {
        start(tag, attributes);
        page.append('>');
        open.push(tag);
        content.accept(this);
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    Markup element(String tag, Consumer<Markup> content) {
        return element(tag, Attributes.NONE, content);
    }

    /** An element with words of our own, or others that are safe to print. */
    Markup element(String tag, Attributes attributes, String text) {
        return element(tag, attributes, inner -> inner.text(text));
    }

    Markup element(String tag, String text) {
        return element(tag, Attributes.NONE, text);
    }

    /** An element that has no content. */
    Markup empty(String tag, Attributes attributes) {
        start(tag, attributes);
        page.append(" />");
        return this;
    }

    /** Words of our own, or others that are safe to print. */
    Markup text(String text) {
        escape(text);
        return this;
    }

    /**
     * Words that others wrote, whole: on one line, without invisible characters, and in a direction of their own, so that
     * text from right to left does not turn round what stands beside it.
     */
    Markup foreign(@Nullable String text) {
        return element("bdi", SafeText.line(text));
    }

    /** Words that others wrote, cut at a length. */
    Markup foreignCut(@Nullable String text) {
        return element("bdi", SafeText.cut(text));
    }

    /** A style sheet, which HTML reads as it stands; so there must be nothing in it to be escaped. */
    Markup style(String sheet) {
        if (sheet.contains("<") || sheet.contains("&")) {
            throw new IllegalArgumentException("a style sheet with markup");
        }
        page.append("<style>").append(sheet).append("</style>");
        return this;
    }

    /** A line break in the source, so that the page can be compared line by line. */
    Markup line() {
        page.append('\n');
        return this;
    }

    private void start(String tag, Attributes attributes) {
        page.append('<').append(tag);
        attributes.all().forEach((name, value) -> {
            page.append(' ').append(name).append("=\"");
            escape(value);
            page.append('"');
        });
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
