package packwitness.value;

import java.time.ZoneId;

/** The time in which platforms export, the law counts days and papers speak. */
public final class Beijing {
    public static final ZoneId TIME = ZoneId.of("Asia/Shanghai");

    private Beijing() {}
}
