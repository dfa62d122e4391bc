package io.github.cmkverify.declare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cmkverify.key.InvalidInputException;

/** The strict reader of JSON, which belongs to another room. */
@FunctionalInterface
public interface JsonText {
    /**
     * Reads a text in UTF-8.
     *
     * @throws InvalidInputException if it is anything but one JSON value without doubled fields
     */
    JsonNode read(byte[] text) throws InvalidInputException;
}
