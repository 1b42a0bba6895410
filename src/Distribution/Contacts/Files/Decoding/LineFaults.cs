namespace Distribution.Contacts.Files.Decoding;

[Flags]
internal enum LineFaults
{
    None = 0,
    StrayBytes = 1,
    Nul = 2,
    TooLong = 4,
}
