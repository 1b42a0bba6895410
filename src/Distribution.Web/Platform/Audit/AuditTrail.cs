using Azure;
using Distribution.Platform.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Platform.Audit;

/// <summary>
/// Writes down what the caller has just done, as a handler's parameter. It is done by then: a caller who hangs up removes nothing from the
/// audit.
/// </summary>
internal sealed class AuditTrail(Actor by, AuditedThings things, AuditStore audit)
{
    public Task CreatedAsync<T>(string? id, T value)
        where T : class => AddAsync("created", id, null, value);

    /// <summary>A replacement that changes nothing leaves no entry.</summary>
    public Task ReplacedAsync<T>(string? id, T before, T after)
        where T : class => AddAsync("replaced", id, before, after);

    /// <summary>Of a deleted thing no field is recorded.</summary>
    public Task DeletedAsync<T>(string id)
        where T : class =>
        NoteAsync($"{things.Get<T>().Area}.deleted", things.Get<T>().Subject(id), []);

    /// <param name="action">A name that never changes.</param>
    /// <param name="subject">Kind and id of what it was done to.</param>
    /// <param name="details">Ids, numbers and settings.</param>
    public Task NoteAsync(string action, string subject, Dictionary<string, string> details) =>
        audit.AddAsync(action, by, subject, details, CancellationToken.None);

    /// <summary>The members of a refusal about the version that is there: who changed it last, as far as the audit knows.</summary>
    /// <param name="version">The version that is there; null when the thing is gone.</param>
    public async Task<IReadOnlyDictionary<string, object?>> LastChangeAsync<T>(
        string? id, ETag? version, CancellationToken cancellationToken)
        where T : class
    {
        var page = await audit.PageAsync(things.Get<T>().Subject(id), 1, null, cancellationToken);
        return LastChange.Members(version, page.Items is [var newest, ..] ? newest.Value : null);
    }

    /// <summary>Kind and id of a thing.</summary>
    public string SubjectOf<T>(string id)
        where T : class => things.Get<T>().Subject(id);

    public static ValueTask<AuditTrail> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        return ValueTask.FromResult<AuditTrail>(new(
            context.Features.GetRequiredFeature<Actor>(),
            services.GetRequiredService<AuditedThings>(),
            services.GetRequiredService<AuditStore>()));
    }

    private async Task AddAsync<T>(string verb, string? id, T? before, T after)
        where T : class
    {
        var thing = things.Get<T>();
        var changes = AuditChanges.Between(before, after, thing.Recorded);
        if (changes.Count > 0) await audit.AddAsync($"{thing.Area}.{verb}", by, thing.Subject(id), changes, CancellationToken.None);
    }
}
