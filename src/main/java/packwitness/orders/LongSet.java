package packwitness.orders;

/** A set of numbers in little memory, for counting what is distinct among many rows. */
final class LongSet {
    private long[] slots = new long[1 << 12];
    private int size;

    /** Adds the 64-bit trace of a text; two of half a million texts never share one in practice. */
    boolean add(String text) {
        long trace = 1125899906842597L;
        for (int i = 0; i < text.length(); i++)
            trace = (trace ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
        trace ^= trace >>> 29;
        trace *= 0xbf58476d1ce4e5b9L;
        trace ^= trace >>> 32;
        return add(trace == 0 ? 1 : trace);
    }

    int size() {
        return size;
    }

    private boolean add(long value) {
        if (size * 2 >= slots.length) grow();
        int at = place(slots, value);
        if (slots[at] == value) return false;
        slots[at] = value;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long value : old) if (value != 0) slots[place(slots, value)] = value;
    }

    private static int place(long[] slots, long value) {
        int at = (int) value & slots.length - 1;
        while (slots[at] != 0 && slots[at] != value) at = at + 1 & slots.length - 1;
        return at;
    }
}
