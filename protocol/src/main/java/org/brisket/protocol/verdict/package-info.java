/** Why a submission is refused: stable codes that are wire values and metric labels at once. */
package org.brisket.protocol.verdict;
