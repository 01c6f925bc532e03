package planted.network.ui;

final class AllowedResource {
    Object resource() {
        return AllowedResource.class.getResource("style.css");
    }
}
