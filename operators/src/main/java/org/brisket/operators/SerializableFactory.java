package org.brisket.operators;

import java.io.Serializable;

/** Makes on a worker what cannot travel to it. */
@FunctionalInterface
public interface SerializableFactory<T> extends Serializable {
    T create();
}
