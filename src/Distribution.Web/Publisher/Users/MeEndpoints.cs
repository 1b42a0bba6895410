using Distribution.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Users;

internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/me", Read).WithName("ReadMe").WithTags("Users").RequireRole(Role.Viewer);

    /// <summary>
    /// Reads who the caller is, and their highest role for the organisation and at each office, within the limits of their key.
    /// </summary>
    internal static async Task<Ok<MeAnswer>> Read(
        CurrentUser caller, UserStore users, ApiKeyStore keys, CancellationToken cancellationToken)
    {
        var user = (await users.FindAsync(caller.User, cancellationToken))?.Value;
        var key = caller.Key is null ? null : (await keys.FindAsync(caller.Key, cancellationToken))?.Value;
        return TypedResults.Ok(new MeAnswer(
            caller.User,
            user?.Name,
            user?.Language ?? "en",
            caller.HighestRole(office: null),
            caller.Offices.Ids.Order(StringComparer.Ordinal)
                .Select(office => (Office: office, Role: caller.RoleAt(office)))
                .Where(held => held.Role is not null)
                .ToDictionary(held => held.Office, held => held.Role!.Value),
            key is null ? null : ApiKeyAnswer.From(key)));
    }
}

/// <summary>The caller.</summary>
/// <param name="Id">Id of the user; `administrator` for the key in the settings.</param>
/// <param name="Name">Their name; null for the key in the settings.</param>
/// <param name="Language">Language of the mails to them.</param>
/// <param name="Role">Their highest role for the whole organisation; null for none.</param>
/// <param name="Offices">Their highest role by id of the office, where they have one.</param>
/// <param name="Key">The API key that acts for them; null for the key in the settings.</param>
internal sealed record MeAnswer(
    string Id, string? Name, string Language, Role? Role, IReadOnlyDictionary<string, Role> Offices, ApiKeyAnswer? Key);
