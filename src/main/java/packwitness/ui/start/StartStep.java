package packwitness.ui.start;

/** The steps of the first start, in their order. */
public enum StartStep {
    FOLDER,
    CAMERA,
    SCANNER,
    STAMPS,
    ORDERS,
    PAPERS,
    READY;

    /** Returns whether one may go on without having done anything. */
    public boolean canBeSkipped() {
        return switch (this) {
            case SCANNER, STAMPS, ORDERS, PAPERS -> true;
            case FOLDER, CAMERA, READY -> false;
        };
    }

    StartStep next() {
        return this == READY ? READY : values()[ordinal() + 1];
    }

    StartStep before() {
        return this == FOLDER ? FOLDER : values()[ordinal() - 1];
    }
}
