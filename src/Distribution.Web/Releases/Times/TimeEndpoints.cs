using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Times;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Times;

internal static class TimeEndpoints
{
    public static void MapTimes(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/times", Read).WithName("ReadTime").WithTags("Releases").RequireRole(Role.Viewer);

    /// <summary>Reads a send time as a release would take it, and shows it in UTC and by the clocks of the office and the caller.</summary>
    internal static async Task<Results<Ok<TimesView>, InvalidProblem>> Read(
        [AsParameters] TimeQuery query, OfficeStore offices, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var known = await offices.AllAsync(cancellationToken).ToDictionaryAsync(row => row.Value.Id, row => row.Value, cancellationToken: cancellationToken);
        return query.Read(known, errors) is { } times ? TypedResults.Ok(times) : new InvalidProblem(errors);
    }
}
