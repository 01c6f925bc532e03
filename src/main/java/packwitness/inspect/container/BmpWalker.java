package packwitness.inspect.container;

/** Bitmaps carry no words; the size is all they say. */
final class BmpWalker implements Walker {
    @Override
    public boolean knows(Bytes file) {
        return file.says(0, "BM") && file.length() >= 26 && file.says(6, "\0\0\0\0");
    }

    @Override
    public void walk(Findings found) throws Damage {
        found.container("BMP");
        found.size(found.file().le32(18), Math.abs((long) (int) found.file().le32(22)));
    }
}
