namespace Distribution.Contacts.Files;

public enum ContactFileFormat
{
    Csv,
    Tsv,
    VCard,
}
