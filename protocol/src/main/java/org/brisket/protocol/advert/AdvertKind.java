package org.brisket.protocol.advert;

import org.brisket.protocol.key.InvoiceNumber;

/** What an advert offers: to take part in a topic, or to answer for a lookup service. */
public enum AdvertKind {
    SHIP("tm_", "service host interconnect"),
    SLAP("ls_", "service lookup availability");

    private final String namePrefix;
    private final InvoiceNumber invoice;

    AdvertKind(String namePrefix, String protocol) {
        this.namePrefix = namePrefix;
        this.invoice = new InvoiceNumber(2, protocol, "1");
    }

    /** How the names of what it offers begin. */
    public String namePrefix() {
        return namePrefix;
    }

    /** What the keys of such adverts are derived with. */
    InvoiceNumber invoice() {
        return invoice;
    }
}
