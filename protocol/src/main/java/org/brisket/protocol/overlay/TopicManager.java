package org.brisket.protocol.overlay;

/**
 * The rules of one topic (BRC-22): which outputs of a transaction become coins of the topic.
 *
 * <p><b>When it is called.</b> Once per transaction and topic that the transaction is submitted to,
 * and again with the same arguments after a failure.
 *
 * <p><b>Threads.</b> One thread at a time per instance, but each subtask has an instance of its
 * own, and any of them may be asked.
 *
 * <p><b>Purity.</b> The same arguments give the same answer, in every instance and every process:
 * no I/O, no clock, no randomness, no state of its own, no change of the arguments. What arrives in
 * a transaction may be hostile: scripts of any bytes must not make it throw, and its work must stay
 * linear in the size of the transaction. Throwing means that the plug-in has a bug: the transaction
 * is then refused, nothing else happens.
 *
 * <p><b>What empty means.</b> {@link AdmittanceInstructions#NOTHING}: the topic takes no output and
 * keeps no coin as history; previous coins are spent and removed all the same.
 *
 * <p><b>Registration.</b> Through {@link java.util.ServiceLoader}: name the class in {@code
 * META-INF/services/org.brisket.protocol.overlay.TopicManager} and give it a public constructor
 * without parameters. {@code TopicManagerContract} in the tests of this module checks what can be
 * checked of all this; {@link AnyTopicManager} is the shortest example.
 */
public interface TopicManager {
    /** The topic's name, such as {@code tm_example} (BRC-87). */
    String topic();

    /** Which outputs to admit, and which of the spent coins to keep as history. */
    AdmittanceInstructions identifyAdmissibleOutputs(TopicTransaction transaction);

    /** Markdown for people who want to use the topic. */
    String documentation();
}
