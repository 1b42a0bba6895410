using System.ComponentModel;
using Distribution.Contacts.Outlets;
using Distribution.Dispatches.Previews;
using Distribution.Platform.Validation;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Dispatches.Previews;

/// <summary>The recipient of a mail preview, as the query gives it.</summary>
internal sealed class MailPreviewQuery
{
    [FromQuery(Name = "contact"), Description("Id of a contact; without one the mail is that of somebody imagined who is on every list of the audience.")]
    public string? Contact { get; init; }

    [FromQuery(Name = "language"), Description("What the imagined person reads.")]
    public string? Language { get; init; }

    [FromQuery(Name = "country"), Description("Where the imagined person is, ISO 3166-1 alpha-2.")]
    public string? Country { get; init; }

    [FromQuery(Name = "outletType"), Description("Kind of the outlet that the imagined person works for: daily, weekly, radio, television, online, agency, freelance or other.")]
    public string? OutletType { get; init; }

    [FromQuery(Name = "topic"), Description("The imagined person's beat.")]
    public string? Topic { get; init; }

    /// <summary>The recipient, where there are no errors.</summary>
    public PreviewRecipient Read(FieldErrors errors) => PreviewRecipientRules.Check(
        new() { Contact = Contact, Language = Language, Country = Country, OutletType = Type(errors), Topic = Topic }, "", errors);

    private OutletType? Type(FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(OutletType)) return null;
        if (Enum.GetNames<OutletType>().FirstOrDefault(name => name.Equals(OutletType, StringComparison.OrdinalIgnoreCase)) is { } known)
            return Enum.Parse<OutletType>(known);
        errors.Add("outletType", $"is one of {string.Join(", ", Enum.GetNames<OutletType>()).ToLowerInvariant()}.");
        return null;
    }
}
