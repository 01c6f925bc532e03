package packwitness.orders;

/** Counts different orders, and those of them that are tied to a waybill, in little memory. */
final class OrderTally {
    /** The lowest bit of a trace says that the order is tied. */
    private static final long TIED = 1;

    private long[] slots = new long[1 << 12];
    private int orders;
    private int tied;

    /**
     * Counts an order by the trace of its number; two of half a million numbers never share one in
     * practice.
     */
    void add(String order, boolean isTied) {
        long trace = 1125899906842597L;
        for (int i = 0; i < order.length(); i++)
            trace = (trace ^ order.charAt(i)) * 0x9E3779B97F4A7C15L;
        trace ^= trace >>> 29;
        trace *= 0xbf58476d1ce4e5b9L;
        trace = (trace ^ trace >>> 32) & ~TIED;
        add(trace == 0 ? 2 : trace, isTied);
    }

    /** Returns how many different orders there were. */
    int orders() {
        return orders;
    }

    int withoutWaybill() {
        return orders - tied;
    }

    private void add(long trace, boolean isTied) {
        if (orders * 2 >= slots.length) grow();
        int at = place(slots, trace);
        if (slots[at] == 0) {
            slots[at] = trace;
            orders++;
        }
        if (isTied && (slots[at] & TIED) == 0) {
            slots[at] |= TIED;
            tied++;
        }
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long value : old) if (value != 0) slots[place(slots, value & ~TIED)] = value;
    }

    private static int place(long[] slots, long trace) {
        int at = (int) (trace >>> 1) & slots.length - 1;
        while (slots[at] != 0 && (slots[at] & ~TIED) != trace) at = at + 1 & slots.length - 1;
        return at;
    }
}
