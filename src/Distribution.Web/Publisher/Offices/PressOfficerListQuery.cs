using System.ComponentModel;
using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Publisher.Offices;

/// <summary>Which press officers are wanted.</summary>
internal sealed class PressOfficerListQuery
{
    [FromQuery(Name = "office"), Description("Id of an office.")]
    public string? Office { get; init; }

    [FromQuery(Name = "q"), Description("Words of the name or the address.")]
    public string? Text { get; init; }

    public Func<PressOfficer, bool> Filter(FieldErrors errors) => pressOfficer =>
        (Office is null || pressOfficer.Office == Office) && WordFilter.Passes(Text, pressOfficer.Name, pressOfficer.Email);
}
