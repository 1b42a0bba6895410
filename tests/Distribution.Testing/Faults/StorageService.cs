namespace Distribution.Testing.Faults;

public enum StorageService
{
    Table,
    Queue,
}
