/**
 * The rules of Bitcoin SV for overlays, without I/O and without a clock.
 *
 * <pre>{@code
 * static byte[] verifiedAsV2(byte[] bytes, Headers headers, ChainTip tip)
 *         throws MalformedException {
 *     Beef beef = Beef.parse(bytes, Limits.DEFAULT);
 *     BeefGraph graph = beef.graph();
 *     var verifier = new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.MAIN, Secp256k1.best());
 *     boolean proven =
 *             verifier.requiredRoots(graph) instanceof RequiredRoots.Roots roots
 *                     && roots.queries().stream().allMatch(headers::has);
 *     SpvVerdict verdict = verifier.verify(graph, tip, VerifiedTransactions.NONE);
 *     boolean valid = proven && verdict instanceof SpvVerdict.Accepted;
 *     return valid ? beef.withVersion(BeefVersion.V2).toBytes() : new byte[0];
 * }
 * }</pre>
 *
 * {@code requiredRoots} says which merkle roots the transaction rests on; ask your headers for
 * each. What is malformed or over a limit is a {@link
 * org.brisket.protocol.bytes.MalformedException}, what breaks a rule a {@link
 * org.brisket.protocol.verdict.Rejection} with a stable reason.
 */
package org.brisket.protocol;
