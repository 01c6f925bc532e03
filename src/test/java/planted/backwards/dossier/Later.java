package planted.backwards.dossier;

public final class Later {
    public Later() {}
}
