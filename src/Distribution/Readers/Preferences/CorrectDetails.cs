using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Readers.Preferences;

/// <summary>Corrects the data about a contact by their own entries on the preferences page.</summary>
public sealed class CorrectDetails(SaveOwnDetails saveOwnDetails, TimeProvider clock)
{
    private const int LongestOutlet = 100;

    /// <param name="read">The owner.</param>
    /// <param name="details">Their entries.</param>
    /// <param name="version">Version of the details that the form was made from; null is no version.</param>
    public async Task<SavePreferencesResult> RunAsync(
        Stored<Contact> read, OwnDetails details, string? version, CancellationToken cancellationToken)
    {
        if (OwnDetails.VersionOf(read.Value) != version) return new SavePreferencesResult.Stale();
        FieldErrors errors = new();
        var outlet = errors.OptionalLine("newOutlet", details.NewOutlet, LongestOutlet);
        if (errors.Any) return new SavePreferencesResult.Invalid(errors);
        var corrected = Corrected(read.Value, details, outlet, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return SavePreferencesResult.From(await saveOwnDetails.RunAsync(read, corrected, cancellationToken));
    }

    /// <summary>A number as the form shows it.</summary>
    public static string Shown(ContactPhone phone) => phone.Extension is null ? phone.Number : $"{phone.Number} ext. {phone.Extension}";

    private static ContactInput Corrected(
        Contact known, OwnDetails details, string? outlet, DateOnly today) => ContactInput.From(known) with
        {
            Name = details.Name,
            GivenName = details.GivenName,
            FamilyName = details.FamilyName,
            Phones =
            [.. details.Phones.Select(number => known.Phones.FirstOrDefault(phone => Shown(phone) == number) ?? new() { Number = number })],
            OtherAddresses = [.. known.OtherAddresses.Where(details.OtherAddresses.Contains)],
            Positions = [.. known.Positions.Select(position =>
            details.LeftOutlets.Contains(position.Outlet) && position.IsHeldOn(today) ? position with { Until = today } : position)],
            Notes = outlet is null ? known.Notes : $"{known.Notes}\nSays they work for {outlet}.".Trim(),
        };
}
