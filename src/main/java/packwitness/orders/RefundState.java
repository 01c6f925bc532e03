package packwitness.orders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a refund is. */
public enum RefundState {
    /** Asked for and not decided, or in words that we do not know. */
    OPEN,
    /** The money is back with the buyer. */
    PAID,
    /** Withdrawn, refused or closed. */
    CLOSED;

    private static final List<String> NONE =
            List.of("无售后", "无退款", "未申请", "未发起", "没有", "正常", "unfulfilled", "none");
    private static final List<String> OVER =
            List.of("关闭", "撤销", "取消", "closed", "cancel", "withdraw");
    private static final List<String> DONE =
            List.of("成功", "已退款", "完成", "已完结", "refunded", "complete", "success");

    /**
     * Returns the state that a platform's words mean; empty where they mean that there is no
     * refund. Words that we do not know count as open: the packer rather stops once too often.
     */
    static Optional<RefundState> of(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        if (says(plain, NONE)) return Optional.empty();
        if (says(plain, OVER)) return Optional.of(CLOSED);
        if (says(plain, DONE)) return Optional.of(PAID);
        return Optional.of(OPEN);
    }

    private static boolean says(String words, List<String> parts) {
        return parts.stream().anyMatch(words::contains);
    }
}
