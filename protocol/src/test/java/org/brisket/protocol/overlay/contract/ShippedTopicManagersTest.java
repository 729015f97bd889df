package org.brisket.protocol.overlay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.topic.SampleTokens.OWNER;
import static org.brisket.protocol.overlay.topic.SampleTokens.issue;
import static org.brisket.protocol.overlay.topic.SampleTokens.signed;
import static org.brisket.protocol.overlay.topic.SampleTokens.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.brisket.protocol.advert.AdvertKind;
import org.brisket.protocol.advert.ServiceAdvert;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.key.InvoiceNumber;
import org.brisket.protocol.overlay.AnyTopicManager;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.overlay.TopicManager;
import org.brisket.protocol.overlay.TopicManagers;
import org.brisket.protocol.overlay.TopicTransaction;
import org.brisket.protocol.overlay.topic.BtmsTopicManager;
import org.brisket.protocol.overlay.topic.HelloTopicManager;
import org.brisket.protocol.overlay.topic.IdentityTopicManager;
import org.brisket.protocol.overlay.topic.KeyValueTopicManager;
import org.brisket.protocol.overlay.topic.SampleCertificate;
import org.brisket.protocol.overlay.topic.ShipTopicManager;
import org.brisket.protocol.overlay.topic.SlapTopicManager;
import org.brisket.protocol.overlay.topic.UhrpTopicManager;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every topic manager that comes with Brisket keeps the contract. */
class ShippedTopicManagersTest {
    /** One manager, by its class, with an output that it admits. */
    abstract static class Shipped extends TopicManagerContract {
        private final TopicManager manager;
        private final byte[] output;

        Shipped(TopicManager manager, byte[] output) {
            this.manager = manager;
            this.output = output;
        }

        @Override
        protected TopicManager newManager() {
            try {
                return manager.getClass().getConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected List<TopicTransaction> examples() {
            return List.of(
                    new SampleTransaction()
                            .coin(output)
                            .output(new byte[] {0x51})
                            .output(output)
                            .forTopic());
        }
    }

    @Nested
    class Any extends Shipped {
        Any() {
            super(new AnyTopicManager(), new byte[] {0x51});
        }
    }

    @Nested
    class Hello extends Shipped {
        Hello() {
            super(
                    new HelloTopicManager(),
                    signed(
                            List.of(Utf8.encode("hello")),
                            OWNER,
                            new InvoiceNumber(2, "hello world", "1")));
        }
    }

    @Nested
    class Ship extends Shipped {
        Ship() {
            super(
                    new ShipTopicManager(),
                    ServiceAdvert.lock(AdvertKind.SHIP, "https://example.com", "tm_a", OWNER));
        }
    }

    @Nested
    class Slap extends Shipped {
        Slap() {
            super(
                    new SlapTopicManager(),
                    ServiceAdvert.lock(AdvertKind.SLAP, "https://example.com", "ls_a", OWNER));
        }
    }

    @Nested
    class Uhrp extends Shipped {
        Uhrp() {
            super(
                    new UhrpTopicManager(),
                    signed(
                            List.of(
                                    OWNER.identityKey().bytes().toByteArray(),
                                    new byte[32],
                                    Utf8.encode("https://example.com/a"),
                                    new byte[] {9},
                                    new byte[] {9}),
                            OWNER,
                            new InvoiceNumber(2, "uhrp advertisement", "1")));
        }
    }

    @Nested
    class KeyValue extends Shipped {
        KeyValue() {
            super(
                    new KeyValueTopicManager(),
                    signed(
                            List.of(
                                    Utf8.encode("[1,\"todo list\"]"),
                                    Utf8.encode("lunch"),
                                    Utf8.encode("brisket"),
                                    OWNER.identityKey().bytes().toByteArray()),
                            OWNER,
                            new InvoiceNumber(1, "todo list", "lunch")));
        }
    }

    @Nested
    class Identity extends Shipped {
        Identity() {
            super(
                    new IdentityTopicManager(),
                    signed(
                            List.of(Utf8.encode(new SampleCertificate().json())),
                            SampleCertificate.SUBJECT,
                            new InvoiceNumber(1, "identity", "1")));
        }
    }

    @Nested
    class Btms extends Shipped {
        Btms() {
            super(new BtmsTopicManager(), issue(100, "gold"));
        }

        @Override
        protected List<TopicTransaction> examples() {
            return List.of(
                    super.examples().get(0),
                    new SampleTransaction()
                            .coin(SampleTransaction.outpoint(0), issue(100, "gold"))
                            .output(transfer(SampleTransaction.outpoint(0), 60, "gold"))
                            .output(transfer(SampleTransaction.outpoint(0), 40, "gold"))
                            .forTopic());
        }
    }

    @Test
    void leavesNoManagerOut() {
        Set<String> held =
                Arrays.stream(ShippedTopicManagersTest.class.getDeclaredClasses())
                        .filter(nested -> nested.isAnnotationPresent(Nested.class))
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet());

        assertThat(held).hasSize(shipped().size());
        assertThat(shipped())
                .containsExactlyInAnyOrder(
                        "tm_any",
                        "tm_btms",
                        "tm_hello",
                        "tm_identity",
                        "tm_kvstore",
                        "tm_ship",
                        "tm_slap",
                        "tm_uhrp");
    }

    private static Set<String> shipped() {
        return Set.copyOf(TopicManagers.discover(TopicManager.class.getClassLoader()).topics());
    }
}
