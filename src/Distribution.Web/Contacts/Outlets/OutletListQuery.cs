using System.ComponentModel;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Contacts.Outlets;

/// <summary>Which outlets are wanted.</summary>
internal sealed class OutletListQuery
{
    [FromQuery(Name = "type"), Description("A type of outlet.")]
    public string? Type { get; init; }

    [FromQuery(Name = "country"), Description("ISO 3166-1 alpha-2.")]
    public string? Country { get; init; }

    [FromQuery(Name = "q"), Description("Words of the name or the website.")]
    public string? Text { get; init; }

    public Func<Outlet, bool> Filter(FieldErrors errors)
    {
        var type = errors.Word<OutletType>("type", Type);
        return outlet => (type is null || outlet.Type == type)
            && (Country is null || string.Equals(outlet.Country, Country, StringComparison.OrdinalIgnoreCase))
            && WordFilter.Passes(Text, outlet.Name, outlet.Website);
    }
}
