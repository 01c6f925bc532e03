package packwitness.ui.kit;

import java.util.List;
import java.util.Map;

/** The platforms by the names they bear on papers; proper names, the same in every language. */
public final class Platforms {
    private static final Map<String, String> NAMES =
            Map.of(
                    "taobao", "淘宝",
                    "pinduoduo", "拼多多",
                    "douyin", "抖店",
                    "jd", "京东",
                    "shopify", "Shopify");
    private static final List<String> USUAL =
            List.of("淘宝", "天猫", "拼多多", "抖店", "京东", "快手小店", "1688", "小红书");

    private Platforms() {}

    /** Returns the name of a platform that an order file was told to be from. */
    public static String name(String key) {
        return NAMES.getOrDefault(key, key);
    }

    /** Returns the name in the language that is spoken, where it has one of its own there. */
    public static String name(String key, Words words) {
        return words.platform(key);
    }

    /** Returns the names to choose from, the most used first. */
    public static List<String> usual() {
        return USUAL;
    }
}
