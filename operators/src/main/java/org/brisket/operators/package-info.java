/** The Flink functions of the job: thin skins over the rules in protocol and state. */
package org.brisket.operators;
