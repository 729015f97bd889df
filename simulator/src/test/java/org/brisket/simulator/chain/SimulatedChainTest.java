package org.brisket.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedChainTest {
    private static final ByteSlice SCRIPT_A = ByteSlice.of(new byte[] {0x51});
    private static final ByteSlice SCRIPT_B = ByteSlice.of(new byte[] {0x52});
    private static final FundingOptions COINS =
            FundingOptions.of(2_500, List.of(SCRIPT_A, SCRIPT_B));

    @Test
    void linksBlocksWithProofOfWork() throws MalformedException {
        SimulatedChain chain = new SimulatedChain(7, COINS);
        chain.mine(List.of(txid(1), txid(2)));
        chain.mine(List.of());
        assertThat(chain.tipHeight()).isEqualTo(SimulatedChain.FIRST_HEIGHT + 4);
        for (long height = SimulatedChain.FIRST_HEIGHT; height <= chain.tipHeight(); height++) {
            BlockHeader header = chain.at(height).orElseThrow();
            assertThat(header.hasProofOfWork()).isTrue();
            assertThat(BlockHeader.parse(header.toBytes())).isEqualTo(header);
            if (height > SimulatedChain.FIRST_HEIGHT) {
                assertThat(header.previous()).isEqualTo(chain.at(height - 1).orElseThrow().hash());
            }
        }
        assertThat(chain.at(SimulatedChain.FIRST_HEIGHT - 1)).isEmpty();
        assertThat(chain.at(chain.tipHeight() + 1)).isEmpty();
    }

    @Test
    void makesTheSameChainFromTheSameSeed() {
        SimulatedChain first = new SimulatedChain(7, COINS);
        SimulatedChain second = new SimulatedChain(7, COINS);
        SimulatedChain other = new SimulatedChain(8, COINS);
        first.mine(List.of(txid(1)));
        second.mine(List.of(txid(1)));
        other.mine(List.of(txid(1)));
        long tip = first.tipHeight();
        assertThat(second.at(tip)).isEqualTo(first.at(tip));
        assertThat(other.at(tip)).isNotEqualTo(first.at(tip));
    }

    @Test
    void provesEveryFundingTransactionAgainstItsHeader() throws MalformedException {
        SimulatedChain chain = new SimulatedChain(7, COINS);
        FundingPlan plan = chain.funding();
        assertThat(plan.blocks()).isEqualTo(3);
        for (int number = 0; number < plan.blocks(); number++) {
            FundingBlock block = plan.block(number);
            assertThat(block.transactions()).hasSize(50);
            for (int index = 0; index < block.transactions().size(); index++) {
                Transaction transaction = block.transactions().get(index);
                MerklePath proof = block.proof(index);
                assertThat(proof.treeHeight()).isEqualTo(10);
                assertThat(proof.blockHeight()).isEqualTo(block.height());
                assertThat(proof.rootOf(transaction.txid()))
                        .isEqualTo(chain.rootAt(block.height()).orElseThrow());
                assertThat(chain.fundingTransaction(transaction.txid())).hasValue(transaction);
                assertThat(chain.fundingHeight(transaction.txid())).hasValue(block.height());
            }
        }
    }

    @Test
    void findsEachCoinWhereThePlanSaysItIs() {
        FundingPlan plan = new FundingPlan(7, COINS);
        for (long coin : new long[] {0, 1, 19, 20, 999, 1000, 2_499}) {
            Transaction source = plan.transaction(plan.blockOf(coin), plan.transactionOf(coin));
            assertThat(source.satoshis(plan.outputOf(coin))).isEqualTo(10_000);
            assertThat(source.lockingScript(plan.outputOf(coin)))
                    .isEqualTo(COINS.lockingScripts().get(plan.scriptOf(coin)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 7, 20})
    void provesEveryTransactionOfAMinedBlock(int count) throws MalformedException {
        SimulatedChain chain = new SimulatedChain(7, FundingOptions.none());
        List<Txid> txids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            txids.add(txid(i));
        }
        Block block = chain.mine(txids);
        assertThat(block.txids().subList(1, count + 1)).isEqualTo(txids);
        for (int index = 0; index <= count; index++) {
            MerklePath proof = chain.proof(block.height(), index);
            assertThat(proof.rootOf(block.txids().get(index)))
                    .isEqualTo(block.header().merkleRoot());
            assertThat(proof.indexOf(block.txids().get(index))).isEqualTo(index);
        }
    }

    @Test
    void provesBlocksWhoseTreeIsNoLongerKept() throws MalformedException {
        SimulatedChain chain = new SimulatedChain(7, FundingOptions.none());
        Block old = chain.mine(List.of(txid(1), txid(2)));
        for (int i = 0; i < 40; i++) {
            chain.mine(List.of());
        }
        assertThat(chain.proof(old.height(), 2).rootOf(txid(2)))
                .isEqualTo(old.header().merkleRoot());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void putsALongerBranchInThePlaceOfTheNewestBlocks(int depth) throws MalformedException {
        SimulatedChain chain = new SimulatedChain(7, COINS);
        for (int i = 0; i < 7; i++) {
            chain.mine(List.of(txid(i)));
        }
        long tip = chain.tipHeight();
        BlockHeader fork = chain.at(tip - depth).orElseThrow();
        List<Block> newest = chain.newest(depth);
        List<List<Txid>> branch = new ArrayList<>();
        for (int i = 0; i <= depth; i++) {
            branch.add(List.of(txid(100 + i)));
        }

        Reorganisation change = chain.reorganise(depth, branch);

        assertThat(change.stale()).isEqualTo(newest).hasSize(depth);
        assertThat(chain.tipHeight()).isEqualTo(tip + 1);
        assertThat(chain.at(tip - depth)).hasValue(fork);
        BlockHeader previous = fork;
        for (Block block : change.adopted()) {
            assertThat(chain.at(block.height())).hasValue(block.header());
            assertThat(block.header().previous()).isEqualTo(previous.hash());
            assertThat(chain.proof(block.height(), 1).rootOf(block.txids().get(1)))
                    .isEqualTo(block.header().merkleRoot());
            previous = block.header();
        }
    }

    @Test
    void makesOtherBlocksOfTheSameTransactionsOnAnotherBranch() {
        SimulatedChain chain = new SimulatedChain(7, FundingOptions.none());
        Block first = chain.mine(List.of(txid(1)));
        Block second = chain.reorganise(1, List.of(List.of(txid(1)), List.of())).adopted().get(0);
        assertThat(second.height()).isEqualTo(first.height());
        assertThat(second.header().hash()).isNotEqualTo(first.header().hash());
        assertThat(second.header().merkleRoot()).isNotEqualTo(first.header().merkleRoot());
    }

    @Test
    void keepsTheBlocksOfThePlanAndRefusesBranchesWithoutMoreWork() {
        SimulatedChain chain = new SimulatedChain(7, COINS);
        assertThat(chain.deepestReorganisation()).isZero();
        chain.mine(List.of());
        assertThat(chain.deepestReorganisation()).isEqualTo(1);
        assertThatThrownBy(() -> chain.reorganise(2, List.of(List.of(), List.of(), List.of())))
                .hasMessage("2 blocks to replace, must be 1..1");
        assertThatThrownBy(() -> chain.reorganise(1, List.of(List.of())))
                .hasMessage("a branch of 1 blocks has no more work than 1");
    }

    private static Txid txid(int number) {
        return new Txid(number, 2, 3, 4);
    }
}
