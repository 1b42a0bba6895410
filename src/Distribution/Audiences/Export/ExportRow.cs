using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.Export;

/// <summary>A contact as a row of a file; pure. Importing the row gives the same contact.</summary>
public static class ExportRow
{
    /// <param name="number">Number of the row.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="outlets">Outlets by id.</param>
    /// <param name="standing">Their suppression and subscriptions.</param>
    /// <param name="now">The present: positions may be past.</param>
    public static ContactRow Get(
        int number, Contact contact, IReadOnlyDictionary<string, Outlet> outlets, ExportedStanding standing, DateTimeOffset now)
    {
        var position = contact.PositionOn(now);
        var outlet = position is null ? null : outlets.GetValueOrDefault(position.Outlet);
        return new()
        {
            Number = number,
            Address = contact.Address,
            OtherAddresses = contact.OtherAddresses,
            Name = contact.Name,
            GivenName = contact.GivenName ?? "",
            FamilyName = contact.FamilyName ?? "",
            Phones = [.. contact.Phones.Select(Phone)],
            Handles = [.. contact.Handles.Select(handle => new RowHandle(handle.Network, handle.Name))],
            Outlet = outlet?.Name ?? "",
            Role = position?.Role ?? "",
            OutletType = outlet is null ? null : OutletTypeName.Get(outlet.Type),
            Topics = contact.Topics,
            Countries = contact.Countries,
            Languages = contact.Languages,
            TimeZone = contact.TimeZone ?? "",
            Notes = contact.Notes ?? "",
            Tags = contact.Tags,
            Source = contact.Source,
            Statuses = standing.Suppressed is { } reason ? [Status(reason)] : [],
            Subscriptions = standing.Subscriptions,
        };
    }

    private static RowStatus Status(SuppressionReason reason)
    {
        var status = SuppressionReasons.ToStatus(reason);
        return new(ColumnTarget.NameOf(ContactField.MailStatus), status.ToString().ToLowerInvariant(), status);
    }

    private static RowPhone Phone(ContactPhone phone) => new(
        phone.Extension is null ? phone.Number : $"{phone.Number} ext. {phone.Extension}",
        phone.Kind == PhoneKind.Other ? null : phone.Kind.ToString().ToLowerInvariant());
}
