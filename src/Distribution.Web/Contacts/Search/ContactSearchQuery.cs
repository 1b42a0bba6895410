using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Contacts.Search;

/// <summary>Which contacts are wanted; everything that is given must hold.</summary>
internal sealed class ContactSearchQuery
{
    private const int LongestText = 200;

    [FromQuery(Name = "q"), MaxLength(LongestText)]
    [Description(
        "Beginnings of words of the name, the addresses and the name of the outlet, such as `mar per`. Accents and letter case make no "
            + "difference. "
        + "The contacts then come in the order of the word that was found, then of their names.")]
    public string? Text { get; init; }

    [FromQuery(Name = "country"), Description("A country that they cover, ISO 3166-1 alpha-2.")]
    public string? Country { get; init; }

    [FromQuery(Name = "topic"), Description("One of their beats, whole.")]
    public string? Topic { get; init; }

    [FromQuery(Name = "language"), Description("A language that they read, with or without region: `es` finds `es-MX` too.")]
    public string? Language { get; init; }

    [FromQuery(Name = "outletType"), Description(
        "Kind of an outlet that they work for now: daily, weekly, radio, television, online, agency, freelance or other.")]
    public string? OutletType { get; init; }

    [FromQuery(Name = "outlet"), Description("Id of an outlet that they work or worked for.")]
    public string? Outlet { get; init; }

    [FromQuery(Name = "list"), Description("Id of a media list that they are on, confirmed.")]
    public string? List { get; init; }

    [FromQuery(Name = "status"), DefaultValue("active"), Description("active or archived; a search is among the one or the other.")]
    public string? Status { get; init; }

    [FromQuery(Name = "tag"), Description("One of the organisation's marks, whole.")]
    public string? Tag { get; init; }

    /// <summary>The faults of the query, if any; else the query.</summary>
    public UnreadableProblem? Problem(HttpRequest request, out ContactQuery query)
    {
        var errors = new FieldErrors();
        foreach (var (name, values) in request.Query) errors.Require(values.Count == 1, name, "is given more than once.");
        query = Read(errors);
        return errors.Any ? new UnreadableProblem(errors: errors) : null;
    }

    private ContactQuery Read(FieldErrors errors)
    {
        errors.Require(Text is not { Length: > LongestText }, "q", $"has at most {LongestText} characters.");
        return new()
        {
            Text = Text,
            Country = Given(Country) is { } country ? errors.Country("country", country.ToUpperInvariant()) : null,
            Topic = Given(Topic) is { } topic ? errors.Topics("topic", [topic])[0] : null,
            Language = Given(Language) is { } language ? errors.Language("language", language) : null,
            OutletType = errors.Word<OutletType>("outletType", OutletType),
            Outlet = Given(Outlet) is { } outlet ? errors.Id("outlet", outlet) : null,
            List = Given(List) is { } list ? errors.Id("list", list) : null,
            Tag = Given(Tag) is { } tag ? errors.Topics("tag", [tag])[0] : null,
            Status = errors.Word<ContactStatus>("status", Status) ?? ContactStatus.Active,
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
