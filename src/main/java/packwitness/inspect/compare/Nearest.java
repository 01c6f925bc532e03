package packwitness.inspect.compare;

/**
 * Of each description of theirs the most alike one of ours, by bits that differ.
 *
 * @param which place of ours
 * @param distance bits that differ there
 * @param second bits that differ at the second best of ours
 */
record Nearest(int[] which, int[] distance, int[] second) {
    static Nearest of(long[] theirs, long[] ours) {
        int n = theirs.length / Sight.WORDS;
        Nearest out = new Nearest(new int[n], new int[n], new int[n]);
        Together.rows(n, (from, to) -> out.look(theirs, ours, from, to));
        return out;
    }

    private void look(long[] theirs, long[] ours, int from, int to) {
        for (int i = from; i < to; i++) {
            int at = Sight.WORDS * i;
            long a = theirs[at], b = theirs[at + 1], c = theirs[at + 2], d = theirs[at + 3];
            int best = Integer.MAX_VALUE;
            int next = Integer.MAX_VALUE;
            int place = -1;
            for (int j = 0; j + 3 < ours.length; j += Sight.WORDS) {
                int apart =
                        Long.bitCount(a ^ ours[j])
                                + Long.bitCount(b ^ ours[j + 1])
                                + Long.bitCount(c ^ ours[j + 2])
                                + Long.bitCount(d ^ ours[j + 3]);
                if (apart >= next) continue;
                if (apart < best) {
                    next = best;
                    best = apart;
                    place = j;
                } else {
                    next = apart;
                }
            }
            which[i] = place / Sight.WORDS;
            distance[i] = best;
            second[i] = next;
        }
    }
}
