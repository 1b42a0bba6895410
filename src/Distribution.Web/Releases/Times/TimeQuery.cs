using System.ComponentModel;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Releases.Times;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Releases.Times;

/// <summary>A send time as a release takes it, member by member.</summary>
internal sealed class TimeQuery
{
    private const string CallerName = "caller";

    [FromQuery(Name = "at"), Description("An instant with its offset. In an address the plus sign is written `%2B`.")]
    public string? At { get; init; }

    [FromQuery(Name = "local"), Description("What the clock of the office or zone shows, such as `2026-03-09T09:00`.")]
    public string? Local { get; init; }

    [FromQuery(Name = "office"), Description("Id of the office whose clock is meant.")]
    public string? Office { get; init; }

    [FromQuery(Name = "zone"), Description("IANA zone whose clock is meant, in the place of an office.")]
    public string? Zone { get; init; }

    [FromQuery(Name = "weekday"), Description("The day of the week it is there, to be on the safe side.")]
    public string? Weekday { get; init; }

    [FromQuery(Name = "choice"), Description("`earlier` or `later`, where the clock shows the time twice.")]
    public string? Choice { get; init; }

    [FromQuery(Name = CallerName), Description("IANA zone of the caller; that of `zone` when left out.")]
    public string? Caller { get; init; }

    /// <summary>The time by every clock; null where there are errors.</summary>
    public TimesView? Read(IReadOnlyDictionary<string, Office> offices, FieldErrors errors)
    {
        SendTimeInput input = new() { At = At, Local = Local, Office = Office, Zone = Zone, Weekday = Weekday, Choice = Choice };
        if (Caller is not null) errors.TimeZone(CallerName, Caller);
        var at = SendTimeRule.Read(input, home: null, offices, errors, field: "");
        if (errors.Any || at is not { } instant) return null;
        var office = Office is null ? null : TimePlace.From(offices[Office]);
        return TimesView.From(instant, office, (Caller ?? Zone) is { } zone ? TimePlace.From(zone) : null);
    }
}
