using System.Text;
using Distribution.Contacts.Files.Values;

namespace Distribution.Contacts.Files.VCard;

/// <summary>Writes a contact as a card.</summary>
internal sealed class CardWriter(VCardVersion version)
{
    private const int LongestLine = 75;

    private readonly StringBuilder text = new();

    private bool IsFour => version == VCardVersion.Four;

    public string Write(ContactRow row)
    {
        text.Clear();
        Line("BEGIN:VCARD");
        Line(IsFour ? "VERSION:4.0" : "VERSION:3.0");
        Line(VCardNames.FullName, row.Name.Length > 0 ? row.Name : row.Address);
        // Version 3.0 asks for N, and 4.0 does not.
        if (!IsFour || row.GivenName.Length + row.FamilyName.Length > 0) Parts(VCardNames.Name, row.FamilyName, row.GivenName, "", "", "");
        WriteAddresses(row);
        foreach (var phone in row.Phones) WritePhone(phone);
        Text(VCardNames.Organization, row.Outlet);
        Text(VCardNames.Title, row.Role);
        Text(VCardNames.OutletType, row.OutletType);
        foreach (var (index, language) in row.Languages.Index()) WriteLanguage(index, language);
        foreach (var country in row.Countries) Parts(VCardNames.Place, "", "", "", "", "", "", country);
        Text(IsFour ? VCardNames.TimeZone : $"{VCardNames.TimeZone};VALUE=text", row.TimeZone);
        foreach (var handle in row.Handles) WriteHandle(handle);
        foreach (var topic in row.Topics) Line(IsFour ? VCardNames.Expertise : VCardNames.OldExpertise, topic);
        if (row.Tags.Count > 0) Line($"{VCardNames.Categories}:{string.Join(',', row.Tags.Select(VCardText.Escape))}");
        Text(VCardNames.Note, row.Notes);
        Text(VCardNames.Source, row.Source);
        Text(VCardNames.MailStatus, row.Statuses is [var status, ..] ? status.Value : null);
        foreach (var subscription in row.Subscriptions) Line(VCardNames.Subscription, ContactCsvWriter.Subscription(subscription));
        Line("END:VCARD");
        return text.ToString();
    }

    private void WriteAddresses(ContactRow row)
    {
        Text(IsFour ? $"{VCardNames.Email};PREF=1" : $"{VCardNames.Email};TYPE=INTERNET,PREF", row.Address);
        foreach (var other in row.OtherAddresses) Line(IsFour ? VCardNames.Email : $"{VCardNames.Email};TYPE=INTERNET", other);
    }

    private void WritePhone(RowPhone phone) =>
        Line(WithType(VCardNames.Phone, phone.Kind == VCardNames.Mobile ? VCardNames.Cell : phone.Kind), phone.Number);

    // Preferences go to 100.
    private void WriteLanguage(int index, string language) =>
        Line(IsFour ? $"{VCardNames.Language};PREF={Math.Min(index + 1, 100)}" : VCardNames.OldLanguage, language);

    private void WriteHandle(RowHandle handle)
    {
        if (handle.Network == Handles.Website) Line(VCardNames.Url, handle.Name);
        else if (IsFour) Line($"{VCardNames.Profile};VALUE=text;SERVICE-TYPE={Parameter(handle.Network)}", handle.Name);
        else Line(WithType(VCardNames.OldProfile, handle.Network), handle.Name);
    }

    private static string WithType(string name, string? type) => type is null ? name : $"{name};TYPE={Parameter(type)}";

    private static string Parameter(string value)
    {
        var escaped = VCardText.EscapeParameter(value);
        return escaped.AsSpan().ContainsAny(",;:") ? $"\"{escaped}\"" : escaped;
    }

    private void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) Line(name, value);
    }

    private void Line(string name, string value) => Line($"{name}:{VCardText.Escape(value)}");

    private void Parts(string name, params IEnumerable<string> parts) => Line($"{name}:{string.Join(';', parts.Select(VCardText.Escape))}");

    /// <summary>Folds after 75 octets, and never within a character (RFC 6350, section 3.2).</summary>
    private void Line(string line)
    {
        var room = LongestLine;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                text.Append("\r\n ");
                room = LongestLine - 1;
            }

            text.Append(rune);
            room -= rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
