package packwitness.inspect.container;

/** TIFF: the file is its own EXIF block; XMP and C2PA stand in fields. */
final class TiffWalker implements Walker {
    private static final int WIDTH = 0x100;
    private static final int HEIGHT = 0x101;
    private static final int XMP = 0x2BC;
    private static final int C2PA = 0xCD41;

    @Override
    public boolean knows(Bytes file) {
        return file.says(0, "II*\0") || file.says(0, "MM\0*");
    }

    @Override
    public void walk(Findings found) throws Damage {
        found.container("TIFF");
        found.add(PieceKind.EXIF, "exif", "", found.file());
        long width = 0;
        long height = 0;
        for (TiffField field : TiffFields.of(found.file())) {
            if (!field.directory().equals("main")) continue;
            switch (field.tag()) {
                case WIDTH -> width = field.number();
                case HEIGHT -> height = field.number();
                case XMP -> found.add(PieceKind.XMP, "tiff-xmp", "", field.value());
                case C2PA -> {
                    found.add(PieceKind.MANIFEST, "tiff-c2pa", "", field.value());
                    found.manifestExtent("CD41", field.value().start(), field.value().length());
                }
                default -> {
                    // Read again with the other EXIF fields.
                }
            }
        }
        if (width == 0) throw new Damage("picture without a size");
        found.size(width, height);
    }
}
