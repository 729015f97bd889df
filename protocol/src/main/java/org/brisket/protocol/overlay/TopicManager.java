package org.brisket.protocol.overlay;

/**
 * The rules of one topic (BRC-22): which outputs of a transaction become coins of the topic.
 *
 * <p>Found through {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.brisket.protocol.overlay.TopicManager} and give it a public constructor
 * without parameters. It is asked once per transaction and topic, always from one thread at a time,
 * and again with the same arguments after a failure; the same arguments must give the same answer.
 * Throwing means that the plug-in has a bug: the transaction is then refused, nothing else happens.
 */
public interface TopicManager {
    /** The topic's name, such as {@code tm_example} (BRC-87). */
    String topic();

    /** Which outputs to admit, and which of the spent coins to keep as history. */
    AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction);

    /** Markdown for people who want to use the topic. */
    String documentation();
}
