package planted.backwards.shipment;

public final class LaterToo {
    public LaterToo() {}
}
