namespace Distribution.ContactFiles;

public enum ContactFileFormat
{
    Csv,
    Tsv,
    VCard,
}
