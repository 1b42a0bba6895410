using System.ComponentModel;
using Distribution.Platform.Audit;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Operations.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/audit", List).WithName("ListAudit").WithTags("Audit").RequireRole(Role.Administrator, Where.Organisation);

    /// <summary>Lists the audit entries, newest first.</summary>
    internal static async Task<Results<Listing<AuditEntry>, UnreadableProblem>> List(
        [Description("Only entries about this, such as `contact:0f1e2d3c4b5a69788796a5b4c3d2e1f0`.")] string? subject,
        [AsParameters] ListQuery query,
        AuditStore audit,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        var page = await audit.PageAsync(string.IsNullOrEmpty(subject) ? null : subject, query.Count, query.Key, cancellationToken);
        return new Listing<AuditEntry>(new([.. page.Items.Select(item => item.Value)], page.After));
    }
}
