using Distribution.Contacts.Outlets;
using Distribution.Dispatches.Previews;
using Distribution.Platform.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Console.Preview;

/// <summary>Which preview of a release is wanted, and its recipient.</summary>
public sealed class PreviewPageQuery
{
    [FromQuery(Name = "view")]
    public string? ViewName { get; init; }

    /// <summary>Address or id of a contact.</summary>
    [FromQuery(Name = "contact")]
    public string? Contact { get; init; }

    /// <summary>The language that an imagined recipient reads.</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    [FromQuery(Name = "country")]
    public string? Country { get; init; }

    [FromQuery(Name = "outletType")]
    public string? OutletTypeName { get; init; }

    public PreviewView View => Enum.TryParse<PreviewView>(ViewName, ignoreCase: true, out var view) ? view : PreviewView.Html;

    public OutletType? OutletType => Enum.TryParse<OutletType>(OutletTypeName, ignoreCase: true, out var type) ? type : null;

    /// <summary>The same address with another view.</summary>
    public QueryString With(PreviewView view) => QueryString.Create(
        new Dictionary<string, string?>
        {
            ["view"] = view.ToString().ToLowerInvariant(),
            ["contact"] = Contact,
            ["language"] = Language,
            ["country"] = Country,
            ["outletType"] = OutletTypeName,
        }.Where(value => !string.IsNullOrEmpty(value.Value)));

    /// <param name="contact">Id of the contact, where one is asked for.</param>
    /// <param name="original">The release's language.</param>
    public PreviewRecipient Recipient(string? contact, string original, FieldErrors errors) => contact is not null
        ? PreviewRecipientRules.Check(new() { Contact = contact }, "", errors)
        : PreviewRecipientRules.Check(
            new() { Language = string.IsNullOrEmpty(Language) ? original : Language, Country = Country, OutletType = OutletType },
            "",
            errors);
}
