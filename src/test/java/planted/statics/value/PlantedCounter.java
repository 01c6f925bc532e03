package planted.statics.value;

final class PlantedCounter {
    static int count;
}
