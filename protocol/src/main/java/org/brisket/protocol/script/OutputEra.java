package org.brisket.protocol.script;

/** The rules that were in force when an output was made; they go with the output for ever. */
public enum OutputEra {
    PRE_GENESIS,
    POST_GENESIS,
    POST_CHRONICLE
}
