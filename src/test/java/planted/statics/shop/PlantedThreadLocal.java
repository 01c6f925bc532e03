package planted.statics.shop;

final class PlantedThreadLocal {
    static final ThreadLocal<String> NAME = new ThreadLocal<>();
}
