namespace Distribution.Contacts.Files.Values;

/// <summary>Which fields have several values, and what separates these.</summary>
internal static class FieldValues
{
    public static bool IsList(ContactField field) => field is ContactField.Address or ContactField.OtherAddresses or ContactField.Phones
        or ContactField.Handles or ContactField.Topics or ContactField.Tags or ContactField.Countries or ContactField.Languages
        or ContactField.Subscriptions;

    public static IEnumerable<string> Split(ContactField field, string text) => field switch
    {
        // A country may have a comma in its name, and a phone number before its extension.
        ContactField.Countries =>
            ValueList.SplitStrongly(text).SelectMany(part => NameTable.Countries.Find(part) is null ? SplitPlaces(part) : [part]),
        ContactField.Languages => ValueList.Split(text).SelectMany(SplitPlaces),
        ContactField.Phones => ValueList.SplitStrongly(text),
        _ => ValueList.Split(text),
    };

    private static string[] SplitPlaces(string text) =>
        text.Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
