using System.ComponentModel;
using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Platform.Resources;

/// <summary>How a CSV file is wanted.</summary>
internal sealed class CsvQuery
{
    public const string SeparatorName = "separator";

    [FromQuery(Name = SeparatorName)]
    [Description("`comma` or `semicolon`. Without it Accept-Language decides: a semicolon where decimals have a comma, as in `fr`.")]
    public string? Separator { get; init; }

    /// <summary>The separator; an unknown one is an error.</summary>
    public CsvSeparator Choose(HttpRequest request, FieldErrors errors) =>
        errors.Word<CsvSeparator>(SeparatorName, Separator) ?? CsvSeparatorRule.Choose(RequestLanguages.From(request).Tags);
}
