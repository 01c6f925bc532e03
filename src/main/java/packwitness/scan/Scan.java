package packwitness.scan;

import packwitness.value.WaybillNo;

import java.util.Optional;

/**
 * What a scanned line means. Anything that could be a waybill is one: the desk never refuses to
 * record.
 */
public sealed interface Scan {
    /**
     * A parcel.
     *
     * @param carrier there only where letters or a check digit leave one carrier; never guessed
     *     from digits alone
     */
    record Waybill(WaybillNo number, Optional<Carrier> carrier, CheckDigit state) implements Scan {
        /** A number of which nothing more is known. */
        public Waybill(WaybillNo number) {
            this(number, Optional.empty(), CheckDigit.NONE);
        }
    }

    /** An order number of a shop platform: a parcel whose waybill is scanned later. */
    record OrderCode(String text) implements Scan {}

    /** The bar code of goods, or a number the shop gives its goods. */
    record ProductCode(String text) implements Scan {}

    /** A control code of the printed sheet. */
    record Control(Command command) implements Scan {}

    /** A packer's badge. */
    record Badge(String operator) implements Scan {}

    /** Something that is no parcel, as it was read. */
    record Other(Kind kind, String text) implements Scan {}

    /** What stands before the code of a checkpoint on the printed sheet. */
    String CHECKPOINT = "PW-CHECKPOINT-";

    /** The control codes: {@code PW-STOP} and so on. */
    enum Command {
        /** Begin a take whose waybill comes later. */
        START,
        /** End the running take. */
        STOP,
        /** Record the running parcel once more. */
        REDO,
        /** Mark this moment. */
        MARK,
        /** Mark this moment as one that shows damage. */
        DAMAGE,
        /** Say what can be scanned. */
        HELP;

        /** Returns the text of the printed code. */
        public String code() {
            return "PW-" + name();
        }
    }

    /** Why a line is no parcel. */
    enum Kind {
        EMPTY,
        WEB_ADDRESS,
        PHONE,
        WORDS,
        /** An input method or another keyboard layout changed the line beyond repair. */
        INPUT_METHOD,
        /** Looks like a code of the printed sheet, but is none. */
        UNKNOWN_CONTROL,
        /** The checkpoint on the printed sheet, which is for the camera. */
        CHECKPOINT
    }
}
